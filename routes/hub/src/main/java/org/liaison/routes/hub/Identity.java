package org.liaison.routes.hub;

import java.time.Instant;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.EventReason;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Examined.Proven;
import org.liaison.routes.hub.Examined.Settled;
import org.liaison.routes.hub.HubRoutes.Limits;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.Post.Brought;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Unreadable;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signatory;
import org.liaison.seal.Strength;
import org.liaison.seal.Unproven;

/// Finds out who sent an envelope (`PROTOCOL.md` section 6, step 4, up to "signer is sender").
final class Identity {

    /// A slip with sixteen recipients and its certificates has a tenth of this.
    static final int MAX_SLIP_BYTES = 64 * 1024;

    private final SealExaminer seals;
    private final Limits limits;

    Identity(SealExaminer seals, Limits limits) {
        this.seals = seals;
        this.limits = limits;
    }

    Examined examine(Brought brought, InForce inForce, Instant now) {
        Bytes signedSlip = brought.envelope().slip();
        if (signedSlip.size() > MAX_SLIP_BYTES)
            return unreadable(brought, Reason.MALFORMED_SLIP, "A slip has at most " + MAX_SLIP_BYTES + " bytes.");
        return switch (seals.examine(signedSlip, Strength.ECDSA, now)) {
            case Broken(var flaw) -> broken(brought, flaw.reason());
            case Genuine genuine ->
                switch (Slip.read(genuine.content())) {
                    case Garbled<Slip>(String problem) -> unreadable(brought, Reason.MALFORMED_SLIP, problem + ".");
                    case Clear<Slip>(Slip slip) -> signedBy(genuine, brought, slip, inForce, now);
                };
        };
    }

    private Examined signedBy(Genuine genuine, Brought brought, Slip slip, InForce inForce, Instant now) {
        Directory directory = inForce.directory();
        Mailbox answerTo = mailboxOf(genuine.signatory(), brought, directory);
        if (!inForce.usable(now, limits.snapshotGrace()))
            return doubted(brought, slip, new EventReason(Reason.DIRECTORY_EXPIRED), answerTo);
        Optional<Authority> sender = directory.authority(slip.from());
        if (sender.isEmpty())
            return doubted(
                    brought,
                    slip,
                    new EventReason(Reason.UNKNOWN_SENDER, "The directory does not know " + slip.from() + "."),
                    answerTo);
        if (!sender.get().gateway().equals(brought.gateway()))
            return doubted(
                    brought,
                    slip,
                    new EventReason(
                            Reason.SENDER_NOT_AT_GATEWAY, brought.gateway() + " does not host " + slip.from() + "."),
                    answerTo);
        if (!isSignedBy(genuine.signatory(), sender.get()))
            return doubted(brought, slip, new EventReason(Reason.WRONG_SIGNER), answerTo);
        return new Proven(brought, slip, genuine.content(), genuine.signedAt(), sender.get());
    }

    /// The name in the certificate is the authority's, and the certificates that signed are among those the
    /// directory lists for it.
    static boolean isSignedBy(Signatory signatory, Authority authority) {
        return signatory.role() == Role.AUTHORITY
                && signatory.name().equals(authority.code().toString())
                && authority.signsWith(signatory.certificates());
    }

    /// The signer's own mailbox where the signer is an authority at the gateway that brought this; else the
    /// gateway's.
    private static Mailbox mailboxOf(Signatory signatory, Brought brought, Directory directory) {
        if (signatory.role() != Role.AUTHORITY) return Mailbox.of(brought.gateway());
        return directory
                .authority(AuthorityCode.parse(signatory.name()))
                .filter(authority -> authority.gateway().equals(brought.gateway()))
                .filter(authority -> isSignedBy(signatory, authority))
                .map(Mailbox::of)
                .orElseGet(() -> Mailbox.of(brought.gateway()));
    }

    /// Nothing is proven. Where the slip can be read at all, the answer names the message that it claims to be.
    private static Examined broken(Brought brought, Reason reason) {
        Optional<Reading<Slip>> claimed =
                Unproven.content(brought.envelope().slip()).map(Slip::read);
        if (claimed.isPresent() && claimed.get() instanceof Clear<Slip>(Slip slip))
            return doubted(brought, slip, new EventReason(reason), Mailbox.of(brought.gateway()));
        return unreadable(brought, reason, reason.sentence());
    }

    private static Examined doubted(Brought brought, Slip slip, EventReason why, Mailbox answerTo) {
        return new Settled(new Doubted(brought, slip, why, answerTo));
    }

    private static Examined unreadable(Brought brought, Reason reason, String details) {
        return new Settled(new Unreadable(brought.gateway(), brought.claimedId(), new EventReason(reason, details)));
    }
}
