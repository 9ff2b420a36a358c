package org.liaison.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.liaison.directory.Snapshots;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.seal.Certificates;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// A small network around a hub: two States with a gateway and an authority each, and everything
/// signed that a hub wants signed.
final class Town {

    static final Country XA = new Country("XA");
    static final Country XC = new Country("XC");
    static final GatewayCode GATEWAY_XA = new GatewayCode("gateway-xa");
    static final GatewayCode GATEWAY_XC = new GatewayCode("gateway-xc");
    static final GatewayCode GATEWAY_LEAVING = new GatewayCode("leaving-xa");
    static final GatewayCode GATEWAY_NOT_LISTED = new GatewayCode("visitor-xa");
    static final AuthorityCode SHELTER_XA = AuthorityCode.parse("xa.social.shelter");
    static final AuthorityCode WELFARE_XC = AuthorityCode.parse("xc.social.welfare");
    static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    static final String LOG = "log.example/test";

    final Path folder;
    final Pki pki;
    final Instant founded = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private Directory directory;

    private Town(Path folder) {
        this.folder = folder;
        this.pki = Pki.create(folder.resolve("pki"), founded);
    }

    static Town found(Path folder) {
        Town town = new Town(folder);
        town.make(folder.resolve("keys"));
        return town;
    }

    private void make(Path keys) {
        makeFolder(keys);
        pki.issueIssuer(XA, founded);
        pki.issueIssuer(XC, founded);
        for (GatewayCode gateway : List.of(GATEWAY_XA, GATEWAY_XC, GATEWAY_LEAVING, GATEWAY_NOT_LISTED))
            pki.issue(Profile.GATEWAY_TLS, gateway.value(), keys.resolve(gateway + ".p12"), founded);
        for (GatewayCode gateway : List.of(GATEWAY_XA, GATEWAY_XC))
            pki.issue(Profile.WITNESS, gateway.value(), keys.resolve(gateway + "-witness.p12"), founded);
        pki.issue(Profile.HUB_TLS, "hub", keys.resolve("hub-tls.p12"), founded);
        pki.issue(Profile.HUB_EVIDENCE, "hub", keys.resolve("hub-evidence.p12"), founded);
        pki.issue(Profile.LOG_KEY, LOG, keys.resolve("log.p12"), founded);
        List<Authority> authorities = new ArrayList<>();
        authorities.add(authority(keys, SHELTER_XA, GATEWAY_XA));
        authorities.add(authority(keys, WELFARE_XC, GATEWAY_XC));
        authorities.add(authority(keys, AuthorityCode.parse("xa.ngo.leaving"), GATEWAY_LEAVING));
        for (String name : List.of("first", "second"))
            pki.issue(Profile.ADMINISTRATOR, name, keys.resolve(name + ".p12"), founded);
        Instant expires = founded.plus(Duration.ofDays(30));
        directory = new Directory(1, founded, expires, authorities);
        publish(directory, "directory.p7m");
        publish(
                new Rulebook(
                        1,
                        founded,
                        expires,
                        List.of(Agreement.of(
                                "COE197",
                                Parties.any(),
                                new LegalBasis("CoE197"),
                                Instant.EPOCH,
                                List.of(new Family("REF")),
                                List.of(Channel.SERVICES))),
                        List.of(Rule.between(
                                AuthorityKind.SOCIAL,
                                AuthorityKind.SOCIAL,
                                Set.of(REFERRAL),
                                new LegalBasis("CoE197")))),
                "rulebook.p7m");
        write(folder.resolve("hub.yaml"), configuration("broker: {port: 0}"));
    }

    /// The directory that was published when the town was founded.
    Directory directory() {
        return directory;
    }

    String configuration(String broker) {
        return """
                hub:
                  data: data
                  trust: pki/trust
                  directory: directory.p7m
                  rulebook: rulebook.p7m
                  reload: 1s
                  keys:
                    evidence: {file: keys/hub-evidence.p12, password-file: keys/hub-evidence.password}
                    tls: {file: keys/hub-tls.p12, password-file: keys/hub-tls.password}
                  log:
                    key: {file: keys/log.p12, password-file: keys/log.password}
                  web: {port: 0, management-port: 0}
                  %s
                """.formatted(broker);
    }

    private Authority authority(Path keys, AuthorityCode code, GatewayCode gateway) {
        Issued issued = pki.issue(Profile.AUTHORITY, code.toString(), keys.resolve(code + ".p12"), founded);
        Set<Digest> signing = new HashSet<>();
        List<X509Certificate> certificates = issued.certificates();
        for (X509Certificate certificate : certificates.subList(0, certificates.size() - 1))
            signing.add(Certificates.digest(certificate));
        return new Authority(
                code,
                "Authority " + code,
                gateway,
                Set.of(REFERRAL),
                List.of("en"),
                20 * 1024 * 1024,
                Suite.HYBRID_2026,
                signing,
                Certificates.encoded(certificates.getLast()),
                new ContactPoint("+99012345678", "desk@example.org", false, "Mon-Fri 8-16", "Z"));
    }

    void publish(Snapshot snapshot, String file) {
        Bytes once =
                Snapshots.sign(snapshot, content -> signer("first").sign(content, Strength.ECDSA_AND_ML_DSA, founded));
        Bytes twice = signer("second").sign(once, Strength.ECDSA_AND_ML_DSA, founded);
        try {
            Files.write(folder.resolve(file), twice.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path key(String name) {
        return folder.resolve("keys/" + name + ".p12");
    }

    Password password(String name) {
        return Password.read(folder.resolve("keys/" + name + ".password"));
    }

    Signer signer(String name) {
        return KeyFile.open(key(name), password(name)).signer();
    }

    Path hubConfiguration() {
        return folder.resolve("hub.yaml");
    }

    /// A slip from the welfare office of XC to the shelter of XA, over this content.
    Slip slip(Bytes content, Priority priority) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Slip(
                MessageId.next(now),
                new CaseId("XC-REF-2026-000001"),
                REFERRAL,
                WELFARE_XC,
                List.of(SHELTER_XA),
                priority,
                Optional.empty(),
                List.of(),
                Suite.HYBRID_2026,
                now,
                now.plus(Duration.ofDays(7)),
                content.size(),
                content.sha256());
    }

    Wire.Envelope envelope(Slip slip, Bytes content) {
        return new Wire.Envelope(
                signer(WELFARE_XC.toString()).sign(slip.toJson(), Strength.ECDSA, slip.created()), content);
    }

    /// What the shelter says of a message that it received.
    Wire.Statement handover(Slip slip, EvidenceId id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Evidence evidence = new Evidence(
                id,
                ErdsEvent.CONTENT_HANDOVER,
                now,
                SHELTER_XA.toString(),
                slip.from(),
                slip.to(),
                Optional.of(1),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                List.of());
        return new Wire.Statement(signer(SHELTER_XA.toString()).sign(evidence.toJson(), Strength.ECDSA, now));
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
