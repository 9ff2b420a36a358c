package org.liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.certs.Issued;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
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
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// Two States with keys, certificates, directory and rulebook, made once for all tests in a JVM.
final class Network {

    static final GatewayCode GATEWAY_XA = new GatewayCode("gateway-xa");
    static final GatewayCode GATEWAY_XC = new GatewayCode("gateway-xc");
    static final AuthorityCode SOCIAL_XA = AuthorityCode.parse("xa.social.welfare");
    static final AuthorityCode SOCIAL_XC = AuthorityCode.parse("xc.social.welfare");
    static final AuthorityCode POLICE_XA = AuthorityCode.parse("xa.police.border");
    static final AuthorityCode CENTRAL_XA = AuthorityCode.parse("xa.central.justice");
    static final AuthorityCode CENTRAL_XC = AuthorityCode.parse("xc.central.justice");
    static final long SMALL_LIMIT = 400_000;

    private static final Map<AuthorityCode, Suite> SUITES = Map.of(
            SOCIAL_XA, Suite.HYBRID_2026,
            SOCIAL_XC, Suite.HYBRID_2026,
            CENTRAL_XA, Suite.HYBRID_2026,
            CENTRAL_XC, Suite.HYBRID_2026,
            POLICE_XA, Suite.CLASSIC_2026);

    private static final Object LOCK = new Object();
    private static Network made;

    final Path folder;
    final Pki pki;
    final Directory directory;
    final Rulebook rulebook;
    private final Map<String, Issued> issued = new LinkedHashMap<>();

    static Network get() {
        synchronized (LOCK) {
            if (made == null) made = new Network();
            return made;
        }
    }

    /// One that shares nothing with the others: for tests that revoke certificates.
    static Network another() {
        return new Network();
    }

    private Network() {
        try {
            folder = Files.createTempDirectory("liaison-network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = Instant.now();
        pki = Pki.create(folder.resolve("pki"), now);
        for (String state : List.of("XA", "XC")) pki.issueIssuer(new Country(state), now);
        for (GatewayCode gateway : List.of(GATEWAY_XA, GATEWAY_XC)) issue(Profile.GATEWAY_TLS, gateway.value(), now);
        for (GatewayCode gateway : List.of(GATEWAY_XA, GATEWAY_XC)) issue(Profile.WITNESS, gateway.value(), now);
        issue(Profile.HUB_TLS, "hub", now);
        issue(Profile.HUB_EVIDENCE, "hub", now);
        issue(Profile.LOG_KEY, "liaison.example/test", now);
        issue(Profile.ADMINISTRATOR, "admin-one", now);
        issue(Profile.ADMINISTRATOR, "admin-two", now);
        List<Authority> authorities = new ArrayList<>();
        for (AuthorityCode code : new TreeSet<>(SUITES.keySet())) authorities.add(authority(code, now));
        pki.publishCrls(now);
        Instant expires = now.plus(Duration.ofDays(30));
        directory = new Directory(1, now, expires, authorities);
        rulebook = new Rulebook(1, now, expires, agreements(), rules());
        write("directory.p7m", directory, now);
        write("rulebook.p7m", rulebook, now);
    }

    static Set<AuthorityCode> at(GatewayCode gateway) {
        Set<AuthorityCode> seats = new TreeSet<>();
        for (AuthorityCode code : SUITES.keySet())
            if (gateway.value().endsWith(code.country().code().toLowerCase(java.util.Locale.ROOT))) seats.add(code);
        return seats;
    }

    Path trust() {
        return pki.trust();
    }

    KeyFile keys(Profile profile, String name) {
        Issued one = issued.get(profile + name);
        return KeyFile.open(one.p12(), Password.read(one.passwordFile()));
    }

    GatewaySettings.KeyAt keyAt(Profile profile, String name) {
        Issued one = issued.get(profile + name);
        return new GatewaySettings.KeyAt(one.p12(), one.passwordFile());
    }

    GatewaySettings.KeyAt keyAt(AuthorityCode authority) {
        return keyAt(profile(authority), authority.toString());
    }

    Signer hub() {
        return keys(Profile.HUB_EVIDENCE, "hub").signer();
    }

    Signer signer(AuthorityCode authority) {
        return keys(profile(authority), authority.toString()).signer();
    }

    LogSigner logSigner() {
        KeyFile file = keys(Profile.LOG_KEY, "liaison.example/test");
        return LogSigner.ofKeys(logKeys().origin(), pair(file, "ed25519"), pair(file, "ml-dsa"));
    }

    LogKeys logKeys() {
        try {
            return LogKeys.parse(Files.readString(trust().resolve("log.vkey")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WitnessKeys witnessKeys() {
        try {
            return WitnessKeys.parse(Files.readString(trust().resolve("witnesses.vkeys")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The certificates with which these authorities sign.
    Stream<X509Certificate> signing(AuthorityCode... authorities) {
        return Stream.of(authorities)
                .map(authority ->
                        issued.get(profile(authority) + authority.toString()).certificates())
                .flatMap(all -> all.subList(0, all.size() - 1).stream());
    }

    private static KeyPair pair(KeyFile file, String alias) {
        KeyFile.Entry entry = file.entry(alias);
        return new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
    }

    private static Profile profile(AuthorityCode authority) {
        return SUITES.get(authority) == Suite.HYBRID_2026 ? Profile.AUTHORITY : Profile.AUTHORITY_CLASSIC;
    }

    private Issued issue(Profile profile, String name, Instant now) {
        Path p12 = folder.resolve("keys").resolve(profile.code() + "-" + name.replace('/', '_') + ".p12");
        try {
            Files.createDirectories(p12.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Issued one = pki.issue(profile, name, p12, now);
        issued.put(profile + name, one);
        return one;
    }

    private Authority authority(AuthorityCode code, Instant now) {
        Issued one = issue(profile(code), code.toString(), now);
        List<X509Certificate> signing =
                one.certificates().subList(0, one.certificates().size() - 1);
        Set<Digest> signers = new HashSet<>();
        signing.forEach(certificate -> signers.add(Certificates.digest(certificate)));
        return new Authority(
                code,
                "Authority " + code,
                new GatewayCode("gateway-" + code.country().code().toLowerCase(java.util.Locale.ROOT)),
                accepts(code.kind()),
                List.of("en"),
                code.kind() == AuthorityKind.CENTRAL ? SMALL_LIMIT : 20_000_000,
                SUITES.get(code),
                signers,
                Certificates.encoded(one.certificates().getLast()),
                new ContactPoint("+442079460011", "desk@xa.example", true, "", "+00:00"));
    }

    private static Set<MessageKind> accepts(AuthorityKind kind) {
        Set<MessageKind> kinds = new HashSet<>();
        for (Rule rule : rules()) if (rule.toKind() == kind) kinds.addAll(rule.kinds());
        return kinds;
    }

    private static List<Agreement> agreements() {
        return List.of(
                Agreement.of(
                        "COE197",
                        Parties.any(),
                        new LegalBasis("CoE197"),
                        Instant.EPOCH,
                        List.of(new Family("REF")),
                        List.of(Channel.SERVICES)),
                Agreement.of(
                        "UNTOC-TIP",
                        Parties.any(),
                        new LegalBasis("UNTOC+TIP"),
                        Instant.EPOCH,
                        List.of(new Family("MLA")),
                        List.of(Channel.CENTRAL)));
    }

    private static List<Rule> rules() {
        return List.of(
                Rule.between(
                        AuthorityKind.SOCIAL,
                        AuthorityKind.SOCIAL,
                        kinds("REF-REQ", "REF-ACK", "REF-DEC"),
                        new LegalBasis("CoE197")),
                Rule.between(AuthorityKind.SOCIAL, AuthorityKind.POLICE, kinds("REF-REQ"), new LegalBasis("CoE197")),
                Rule.between(
                        AuthorityKind.CENTRAL,
                        AuthorityKind.CENTRAL,
                        kinds(
                                "MLA-REQ",
                                "MLA-ACK",
                                "MLA-RFI",
                                "MLA-INFO",
                                "MLA-DEC",
                                "MLA-RES",
                                "MLA-CLOSE",
                                "MLA-USEQ",
                                "MLA-USED"),
                        new LegalBasis("UNTOC+TIP")));
    }

    private static List<MessageKind> kinds(String... codes) {
        return Stream.of(codes).map(MessageKind::new).toList();
    }

    private void write(String file, Snapshot snapshot, Instant now) {
        Bytes once = keys(Profile.ADMINISTRATOR, "admin-one")
                .signer()
                .sign(snapshot.toJson(), Strength.ECDSA_AND_ML_DSA, now);
        Bytes twice = keys(Profile.ADMINISTRATOR, "admin-two").signer().sign(once, Strength.ECDSA_AND_ML_DSA, now);
        try {
            Files.write(folder.resolve(file), twice.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
