package org.liaison.routes.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.certs.Issued;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.certs.RevocationReason;
import org.liaison.certs.Serial;
import org.liaison.directory.Agreement;
import org.liaison.directory.Authority;
import org.liaison.directory.Channel;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Directory;
import org.liaison.directory.Family;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Parties;
import org.liaison.directory.Rule;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;
import org.liaison.seal.Certificates;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;

/// A network of fictional States with real keys, made once for all tests.
final class Network {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant LONG_AGO = NOW.minus(Duration.ofDays(1200));
    static final GatewayCode GATEWAY_XA = new GatewayCode("gateway-xa");
    static final GatewayCode GATEWAY_XC = new GatewayCode("gateway-xc");
    static final AuthorityCode SHELTER_XA = AuthorityCode.parse("xa.social.shelter");
    static final AuthorityCode POLICE_XA = AuthorityCode.parse("xa.police.antitrafficking");
    static final AuthorityCode WELFARE_XC = AuthorityCode.parse("xc.social.welfare");
    static final AuthorityCode POLICE_XC = AuthorityCode.parse("xc.police.border");
    static final AuthorityCode NOBODY_XC = AuthorityCode.parse("xc.social.nobody");
    static final AuthorityCode LAPSED_XC = AuthorityCode.parse("xc.social.lapsed");
    static final AuthorityCode REVOKED_XC = AuthorityCode.parse("xc.social.revoked");
    static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    static final MessageKind NOTICE = new MessageKind("REF-NOTE");
    static final MessageKind REQUEST = new MessageKind("MLA-REQ");
    static final String LOG = "log.example/test";
    static final long MOST_CONTENT = 10_000;
    static final Duration REVOCATION_GRACE = Duration.ofDays(1);
    static final Duration SNAPSHOT_GRACE = Duration.ofDays(3);
    static final HubRoutes.Limits LIMITS = new HubRoutes.Limits(20_000, Duration.ofMinutes(5), SNAPSHOT_GRACE);

    private static final Network ONLY = new Network();

    final Path folder = temporary();
    final Map<AuthorityCode, Signer> signers = new HashMap<>();
    final Map<AuthorityCode, Authority> authorities = new HashMap<>();
    final SealExaminer seals;
    final SealExaminer sealsOfAnotherRoot;
    final Signer hub;
    final Signer impostor;
    final LogSigner log;
    final LogKeys logKeys;
    final Directory directory;
    final Rulebook rulebook;

    static Network get() {
        return ONLY;
    }

    private Network() {
        Pki pki = Pki.create(folder.resolve("pki"), LONG_AGO);
        pki.issueIssuer(new Country("XA"), LONG_AGO);
        pki.issueIssuer(new Country("XC"), LONG_AGO);
        for (AuthorityCode code : List.of(SHELTER_XA, POLICE_XA)) enlist(pki, code, GATEWAY_XA, NOW.minusSeconds(3600));
        for (AuthorityCode code : List.of(WELFARE_XC, POLICE_XC, NOBODY_XC, REVOKED_XC))
            enlist(pki, code, GATEWAY_XC, NOW.minusSeconds(3600));
        enlist(pki, LAPSED_XC, GATEWAY_XC, LONG_AGO);
        revoke(pki, REVOKED_XC);
        hub = signer(issue(pki, Profile.HUB_EVIDENCE, "hub", NOW.minusSeconds(3600)));
        for (String name : List.of("first", "second"))
            administrators.add(signer(issue(pki, Profile.ADMINISTRATOR, name, NOW.minusSeconds(3600))));
        log = logSigner(issue(pki, Profile.LOG_KEY, LOG, NOW.minusSeconds(3600)));
        pki.publishCrls(NOW.minusSeconds(60));
        seals = new SealExaminer(TrustStore.load(pki.trust()), REVOCATION_GRACE);
        Pki other = Pki.create(folder.resolve("other"), LONG_AGO);
        other.issueIssuer(new Country("XC"), LONG_AGO);
        impostor = signer(issue(other, Profile.AUTHORITY, WELFARE_XC.toString(), NOW.minusSeconds(3600)));
        sealsOfAnotherRoot = new SealExaminer(TrustStore.load(other.trust()), REVOCATION_GRACE);
        logKeys = LogKeys.parse(read(pki.trust().resolve("log.vkey")));
        List<Authority> listed = new ArrayList<>(authorities.values());
        listed.removeIf(authority -> authority.code().equals(NOBODY_XC));
        directory = new Directory(1, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(30)), listed);
        rulebook = new Rulebook(
                1,
                NOW.minusSeconds(60),
                NOW.plus(Duration.ofDays(30)),
                List.of(Agreement.of(
                        "COE197",
                        Parties.any(),
                        new LegalBasis("CoE197"),
                        Instant.EPOCH,
                        List.of(new Family("REF")),
                        List.of(Channel.SERVICES))),
                List.of(
                        Rule.between(
                                AuthorityKind.SOCIAL,
                                AuthorityKind.SOCIAL,
                                Set.of(REFERRAL, NOTICE),
                                new LegalBasis("CoE197")),
                        Rule.between(
                                AuthorityKind.SOCIAL,
                                AuthorityKind.POLICE,
                                Set.of(REFERRAL),
                                new LegalBasis("CoE197"))));
    }

    private final List<Signer> administrators = new ArrayList<>();

    /// The snapshot signed by two administrators.
    Bytes signed(Snapshot snapshot) {
        Bytes once = Snapshots.sign(
                snapshot, content -> administrators.get(0).sign(content, Strength.ECDSA_AND_ML_DSA, NOW));
        return administrators.get(1).sign(once, Strength.ECDSA_AND_ML_DSA, NOW);
    }

    private static LogSigner logSigner(Issued issued) {
        KeyFile file = KeyFile.open(issued.p12(), Password.read(issued.passwordFile()));
        return LogSigner.ofKeys(LOG, pair(file, "ed25519"), pair(file, "ml-dsa"));
    }

    private static KeyPair pair(KeyFile file, String alias) {
        return new KeyPair(
                file.entry(alias).chain().getFirst().getPublicKey(),
                file.entry(alias).key());
    }

    private void enlist(Pki pki, AuthorityCode code, GatewayCode gateway, Instant at) {
        Issued issued = issue(pki, Profile.AUTHORITY, code.toString(), at);
        signers.put(code, signer(issued));
        Set<Digest> signing = new HashSet<>();
        List<X509Certificate> certificates = issued.certificates();
        for (X509Certificate certificate : certificates.subList(0, certificates.size() - 1))
            signing.add(Certificates.digest(certificate));
        authorities.put(
                code,
                new Authority(
                        code,
                        "Authority " + code,
                        gateway,
                        Set.of(REFERRAL),
                        List.of("en"),
                        MOST_CONTENT,
                        code.equals(POLICE_XA) ? Suite.CLASSIC_2026 : Suite.HYBRID_2026,
                        signing,
                        Certificates.encoded(certificates.getLast()),
                        new ContactPoint("+99012345678", "desk@example.org", false, "Mon-Fri 8-16", "Z")));
    }

    private static void revoke(Pki pki, AuthorityCode code) {
        List<Serial> serials = pki.holdings().stream()
                .filter(holding -> holding.name().equals(code.toString()))
                .map(org.liaison.certs.Holding::serial)
                .toList();
        pki.revoke(serials, RevocationReason.KEY_COMPROMISE, NOW.minusSeconds(600));
    }

    private Issued issue(Pki pki, Profile profile, String name, Instant at) {
        Path p12 = folder.resolve(
                pki.trust().getParent().getFileName() + "-" + profile.code() + "-" + name.replace('/', '_') + ".p12");
        return pki.issue(profile, name, p12, at);
    }

    private static Signer signer(Issued issued) {
        return KeyFile.open(issued.p12(), Password.read(issued.passwordFile())).signer();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liaison-network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
