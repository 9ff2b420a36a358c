package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.liaison.certs.Issued;
import org.liaison.certs.Order;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.Suite;
import org.liaison.seal.Certificates;

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
        return lay(folder, Foundation::pki, now);
    }

    /// `pki` makes a PKI with the issuers of all States.
    static boolean lay(DemoFolder folder, BiFunction<Path, Instant, Pki> pki, Instant now) {
        Scaffold scaffold = new Scaffold(folder);
        if (scaffold.isReady()) scaffold.carryOver();
        if (Files.exists(folder.rulebook())) {
            Pki known = Pki.open(folder.pki());
            known.publishCrls(now);
            witnesses(known, folder, now);
            return false;
        }
        if (Files.exists(folder.pki()))
            throw new DemoFailed(
                    "The folder " + folder.root() + " holds a PKI and no rulebook: it was not made by a demo,"
                            + " or somebody took the rulebook away. Name another folder with --dir.");
        DemoFolder draft = scaffold.draft();
        new Foundation(draft, now).make(pki.apply(draft.pki(), now));
        scaffold.declareReady();
        scaffold.carryOver();
        return true;
    }

    private static Pki pki(Path dir, Instant now) {
        Pki pki = Pki.create(dir, now);
        for (Country state : List.of(Cast.ORIGIN, Cast.TRANSIT, Cast.DESTINATION)) pki.issueIssuer(state, now);
        return pki;
    }

    private void make(Pki pki) {
        for (GatewayCode gateway : Cast.gateways()) {
            folderFor(folder.gateway(gateway).resolve("keys"));
            pki.issue(
                    Profile.GATEWAY_TLS,
                    gateway.value(),
                    folder.gateway(gateway).resolve("keys/tls.p12"),
                    now);
        }
        witnesses(pki, folder, now);
        folderFor(folder.hub().resolve("keys"));
        pki.issue(Profile.HUB_TLS, "hub", folder.hub().resolve("keys/tls.p12"), now);
        pki.issue(Profile.HUB_EVIDENCE, "hub", folder.hub().resolve("keys/evidence.p12"), now);
        pki.issue(Profile.LOG_KEY, LOG_ORIGIN, folder.hub().resolve("keys/log.p12"), now);
        List<Authority> authorities = new ArrayList<>();
        for (Cast.Member member : Cast.MEMBERS) authorities.add(enlist(pki, member, folder.keysOf(member.code()), now));
        folderFor(folder.administrators());
        for (String name : Cast.ADMINISTRATORS)
            pki.issue(Order.of(Profile.ADMINISTRATOR, name), Administrators.keysOf(folder, name), now);
        pki.publishCrls(now);
        Administrators administrators = new Administrators(folder, now);
        administrators.publish(directory(1, authorities, now), folder.directory());
        administrators.publish(
                new Rulebook(1, now, now.plus(SNAPSHOT_VALIDITY), Treaties.AGREEMENTS, Cast.RULES), folder.rulebook());
    }

    /// A key for each gateway to cosign the log with, also in a folder that was laid before
    /// there were any.
    private static void witnesses(Pki pki, DemoFolder folder, Instant now) {
        for (GatewayCode gateway : Cast.gateways()) {
            Path p12 = folder.gateway(gateway).resolve("keys/witness.p12");
            if (!Files.exists(p12)) pki.issue(Profile.WITNESS, gateway.value(), p12, now);
        }
    }

    static Directory directory(long number, List<Authority> authorities, Instant now) {
        return new Directory(number, now, now.plus(SNAPSHOT_VALIDITY), authorities);
    }

    /// Keys for an authority, and its entry in the directory.
    static Authority enlist(Pki pki, Cast.Member member, Path p12, Instant now) {
        Profile profile = member.suite() == Suite.HYBRID_2026 ? Profile.AUTHORITY : Profile.AUTHORITY_CLASSIC;
        Issued issued = pki.issue(profile, member.code().toString(), p12, now);
        List<X509Certificate> signing =
                issued.certificates().subList(0, issued.certificates().size() - 1);
        Set<Digest> signers = new HashSet<>();
        for (X509Certificate certificate : signing) signers.add(Certificates.digest(certificate));
        return new Authority(
                member.code(),
                member.name(),
                Cast.gatewayOf(member.code()),
                new HashSet<>(member.accepts()),
                member.languages(),
                MAX_CONTENT,
                member.suite(),
                signers,
                Certificates.encoded(issued.certificates().getLast()),
                member.contact(),
                member.listing());
    }

    private static void folderFor(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
