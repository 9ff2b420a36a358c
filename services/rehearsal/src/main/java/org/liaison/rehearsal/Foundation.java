package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.liaison.certs.Issued;
import org.liaison.certs.Order;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.Suite;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Strength;

/// What administrators do before the first day: a PKI, keys for everyone, and the two signed snapshots. Made once; a
/// later run finds it in the folder.
final class Foundation {

    static final String LOG_ORIGIN = "liaison.example/demo";
    private static final Duration SNAPSHOT_VALIDITY = Duration.ofDays(90);
    private static final long MAX_CONTENT = 20L * 1024 * 1024;

    private final DemoFolder folder;
    private final Instant now;

    private Foundation(DemoFolder folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /// True where something had to be made.
    static boolean lay(DemoFolder folder, Instant now) {
        if (Files.exists(folder.rulebook())) {
            Pki.open(folder.pki()).publishCrls(now);
            return false;
        }
        new Foundation(folder, now).make();
        return true;
    }

    private void make() {
        Pki pki = Pki.create(folder.pki(), now);
        for (Country state : List.of(Cast.ORIGIN, Cast.TRANSIT, Cast.DESTINATION)) pki.issueIssuer(state, now);
        for (GatewayCode gateway : Cast.gateways()) {
            folderFor(folder.gateway(gateway).resolve("keys"));
            pki.issue(
                    Profile.GATEWAY_TLS,
                    gateway.value(),
                    folder.gateway(gateway).resolve("keys/tls.p12"),
                    now);
        }
        folderFor(folder.hub().resolve("keys"));
        pki.issue(Profile.HUB_TLS, "hub", folder.hub().resolve("keys/tls.p12"), now);
        pki.issue(Profile.HUB_EVIDENCE, "hub", folder.hub().resolve("keys/evidence.p12"), now);
        pki.issue(Profile.LOG_KEY, LOG_ORIGIN, folder.hub().resolve("keys/log.p12"), now);
        List<Authority> authorities = new ArrayList<>();
        for (Cast.Member member : Cast.MEMBERS) authorities.add(enlist(pki, member));
        publish(pki, authorities);
        pki.publishCrls(now);
    }

    private Authority enlist(Pki pki, Cast.Member member) {
        Profile profile = member.suite() == Suite.HYBRID_2026 ? Profile.AUTHORITY : Profile.AUTHORITY_CLASSIC;
        Issued issued = pki.issue(profile, member.code().toString(), folder.keysOf(member.code()), now);
        List<X509Certificate> signing =
                issued.certificates().subList(0, issued.certificates().size() - 1);
        Set<Digest> signers = new HashSet<>();
        for (X509Certificate certificate : signing) signers.add(der(certificate).sha256());
        return new Authority(
                member.code(),
                member.name(),
                Cast.gatewayOf(member.code()),
                new HashSet<>(member.accepts()),
                member.languages(),
                MAX_CONTENT,
                member.suite(),
                signers,
                der(issued.certificates().getLast()),
                member.contact(),
                member.listing());
    }

    private void publish(Pki pki, List<Authority> authorities) {
        List<UnaryOperator<Bytes>> administrators = new ArrayList<>();
        folderFor(folder.administrators());
        for (String name : Cast.ADMINISTRATORS) {
            Path p12 = folder.administrators().resolve(name + ".p12");
            Issued issued = pki.issue(Order.of(Profile.ADMINISTRATOR, name), p12, now);
            administrators.add(signerOf(issued));
        }
        Instant expires = now.plus(SNAPSHOT_VALIDITY);
        write(folder.directory(), new Directory(1, now, expires, authorities), administrators);
        write(folder.rulebook(), new Rulebook(1, now, expires, Treaties.AGREEMENTS, Cast.RULES), administrators);
    }

    private UnaryOperator<Bytes> signerOf(Issued issued) {
        var signer =
                KeyFile.open(issued.p12(), Password.read(issued.passwordFile())).signer();
        return content -> signer.sign(content, Strength.ECDSA_AND_ML_DSA, now);
    }

    private static void write(Path file, Snapshot snapshot, List<UnaryOperator<Bytes>> administrators) {
        Bytes once = Snapshots.sign(snapshot, administrators.getFirst());
        Bytes twice = administrators.getLast().apply(once);
        try {
            Files.write(file, twice.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void folderFor(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    private static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.owned(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was just issued can be encoded", e);
        }
    }
}
