package org.liaison.certs;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.liaison.certs.RegisterLine.Revoked;
import org.liaison.message.Country;

/// A PKI in a folder: a root, an issuer for each State and one for the operator of the hub, and what they issued.
///
/// Every change is one at a time and in the same order: decide, write the register, then show the result. Every refusal
/// is a [PkiRefused] whose message is for the operator; after one, nothing has changed.
public final class Pki {

    private final PkiFolder folder;
    private final Register register;
    private final Issuers issuers;
    private final Issuance issuance;

    private Pki(PkiFolder folder) {
        this.folder = folder;
        this.register = new Register(folder.register());
        this.issuers = new Issuers(folder, register);
        this.issuance = new Issuance(folder, register, issuers);
    }

    public static boolean existsIn(Path dir) {
        return new Pki(PkiFolder.in(dir)).register.exists();
    }

    /// A new root, the issuer of the hub's operator, and an empty revocation list for each.
    public static Pki create(Path dir, Instant now) {
        return create(PkiFolder.in(dir), now);
    }

    /// As above, with the root's key in a folder of its own, which may then be put away.
    public static Pki create(Path dir, Path root, Instant now) {
        return create(new PkiFolder(dir, root), now);
    }

    public static Pki open(Path dir) {
        return open(PkiFolder.in(dir));
    }

    /// Opens with the root's key at hand, for what only the root can do: new issuers, their revocation, its own list.
    public static Pki open(Path dir, Path root) {
        return open(new PkiFolder(dir, root));
    }

    /// The public folder: what a trust store loads, and the log's keys. Copy it to whoever is to check anything.
    public Path trust() {
        return folder.trust();
    }

    public X509Certificate issueIssuer(Country state, Instant now) {
        return register.alone(() -> issuers.make(IssuerName.of(state), now));
    }

    /// Keys for an authority, or a gateway, from the issuer of `state`.
    public Issued issue(Profile profile, String name, Country state, Path p12, Instant now) {
        return issue(Order.of(profile, name, state), p12, now);
    }

    /// Keys whose issuer follows from profile and name: the operator's, or that of the State in the name.
    public Issued issue(Profile profile, String name, Path p12, Instant now) {
        return issue(Order.of(profile, name), p12, now);
    }

    public Issued issue(Order order, Path p12, Instant now) {
        return register.alone(() -> {
            refuseSecondSet(order, now);
            return issuance.carryOut(order, p12, now);
        });
    }

    /// New keys for the same identity. The old ones stay valid until they end or are revoked.
    public Issued renew(Serial serial, Path p12, Instant now) {
        return register.alone(() -> issuance.carryOut(holding(serial).order(), p12, now));
    }

    /// Where the keys of an order lie unless another place is chosen.
    Path placeFor(Order order) {
        return folder.keysOf(order);
    }

    Path placeForRenewal(Serial serial, Instant now) {
        Path first = folder.keysOf(holding(serial).order());
        String name = first.getFileName().toString().replace(".p12", "-" + Listing.day(now) + ".p12");
        return first.resolveSibling(name);
    }

    Path listOf(IssuerName issuer) {
        return folder.listOf(issuer);
    }

    List<IssuerName> issuers() {
        return issuers.names();
    }

    /// Revokes for good, and publishes the lists that say so before it returns.
    public Set<IssuerName> revoke(Collection<Serial> serials, RevocationReason reason, Instant now) {
        return register.alone(() -> {
            List<Revoked> lines = new ArrayList<>();
            Set<IssuerName> signers = new LinkedHashSet<>();
            for (Serial serial : serials) {
                Holding holding = holding(serial);
                if (holding.revocation().isPresent())
                    throw new PkiRefused("certificate " + serial + " is revoked already");
                if (holding.profile().equals("root"))
                    throw new PkiRefused("a root cannot revoke itself: remove it from every trust folder");
                IssuerName signer = new IssuerName(holding.issuer());
                lines.add(new Revoked(now, signer, serial, reason));
                signers.add(signer);
            }
            signers.forEach(issuers::open);
            register.append(lines);
            signers.forEach(signer -> issuers.publishList(signer, now));
            issuance.publishVkeys();
            return signers;
        });
    }

    /// Publishes a fresh revocation list of every issuer whose key is at hand; answers which.
    public List<IssuerName> publishCrls(Instant now) {
        return register.alone(() -> {
            List<IssuerName> published =
                    issuers.names().stream().filter(issuers::areKeysAtHand).toList();
            published.forEach(issuer -> issuers.publishList(issuer, now));
            return published;
        });
    }

    /// Everything ever issued here, in order.
    public List<Holding> holdings() {
        return Holding.read(register.lines());
    }

    private static Pki create(PkiFolder folder, Instant now) {
        Vault.privateFolder(folder.dir());
        Pki pki = new Pki(folder);
        return pki.register.alone(() -> {
            if (pki.register.exists())
                throw new PkiRefused(
                        "there is a PKI in " + folder.dir() + " already; choose another folder with --dir");
            pki.issuers.makeRoot(now);
            pki.issuers.make(IssuerName.OPERATOR, now);
            return pki;
        });
    }

    private static Pki open(PkiFolder folder) {
        Pki pki = new Pki(folder);
        if (!pki.register.exists())
            throw new PkiRefused("there is no PKI in " + folder.dir() + "; make one with 'liaison pki init'");
        return pki;
    }

    Holding holding(Serial serial) {
        return holdings().stream()
                .filter(holding -> holding.serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> new PkiRefused("no certificate with serial " + serial + " was issued here"));
    }

    private void refuseSecondSet(Order order, Instant now) {
        for (Holding holding : holdings())
            if (holding.profile().equals(order.profile().code())
                    && holding.name().equals(order.name())
                    && holding.status(now) == Holding.Status.VALID)
                throw new PkiRefused("'" + order.name() + "' has valid keys of profile "
                        + order.profile().code() + " (serial " + holding.serial()
                        + "); renew them, or revoke them first");
        if (order.profile() == Profile.LOG_KEY) refuseSecondLog(order);
    }

    /// The file of the log's keys is for one log: readers take every key in it for that log's.
    private void refuseSecondLog(Order order) {
        for (Holding holding : holdings())
            if (holding.profile().equals(Profile.LOG_KEY.code())
                    && holding.revocation().isEmpty()
                    && !holding.name().equals(order.name()))
                throw new PkiRefused("the log of this PKI is called '" + holding.name() + "', not '" + order.name()
                        + "'; another log needs a PKI of its own");
    }
}
