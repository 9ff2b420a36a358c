package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.Decision.Denied;
import org.liaison.directory.Question;
import org.liaison.message.AuthorityCode;
import org.liaison.message.EventReason;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Examined.Proven;
import org.liaison.routes.hub.HubRoutes.Limits;
import org.liaison.routes.hub.Post.Brought;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;

/// Decides about an envelope whose sender is proven (`PROTOCOL.md` section 6, step 4, from "seen before" on). The
/// first reason that applies is the answer.
///
/// What was answered before is answered first: were a rule or a clock asked again, a message that was accepted and
/// carried could be refused when its sender repeats it.
final class Judge {

    private final Limits limits;

    Judge(Limits limits) {
        this.limits = limits;
    }

    Verdict judge(Proven proven, Optional<Earlier> earlier, InForce inForce, Instant now) {
        return earlier.map(before -> again(proven, before)).orElseGet(() -> afresh(proven, inForce, now));
    }

    /// A refusal stands whatever content comes with the slip. After an acceptance the content must
    /// be what was accepted, for it is carried again.
    private static Verdict again(Proven proven, Earlier earlier) {
        boolean same =
                proven.signed().equals(earlier.signed()) && (!earlier.accepted() || contentIsAsAnnounced(proven));
        return same ? new Repeated(proven.brought(), proven.slip(), earlier, proven.answerTo()) : contradicted(proven);
    }

    static Verdict contradicted(Proven proven) {
        return new Contradicted(
                proven.brought(), proven.slip(), new EventReason(Reason.REPLAY_WITH_OTHER_CONTENT), proven.answerTo());
    }

    private Verdict afresh(Proven proven, InForce inForce, Instant now) {
        Slip slip = proven.slip();
        List<Authority> recipients = new ArrayList<>(slip.to().size());
        for (AuthorityCode code : slip.to()) {
            Optional<Authority> recipient = inForce.directory().authority(code);
            if (recipient.isEmpty())
                return refused(proven, Reason.UNKNOWN_RECIPIENT, "The directory does not know " + code + ".");
            recipients.add(recipient.get());
        }
        for (Authority recipient : recipients) {
            Optional<EventReason> objection = objection(slip, recipient, inForce, now);
            if (objection.isPresent()) return refused(proven, objection.get());
        }
        if (!contentIsAsAnnounced(proven)) return refused(proven, new EventReason(Reason.LENGTH_OR_DIGEST_MISMATCH));
        if (!now.isBefore(slip.expires()))
            return refused(
                    proven, Reason.MESSAGE_EXPIRED, "It expired at " + slip.expires() + " and arrived at " + now + ".");
        Instant latest = now.plus(limits.clockSkew());
        if (slip.created().isAfter(latest) || proven.signedAt().isAfter(latest))
            return refused(
                    proven,
                    Reason.CLOCK_SKEW,
                    "It was created at " + slip.created() + " and signed at " + proven.signedAt()
                            + " by the sender's clock, and arrived at " + now + " by the hub's; "
                            + limits.clockSkew().toSeconds() + " s are allowed.");
        return new Accepted(proven.brought(), slip, proven.sender(), recipients);
    }

    private static Optional<EventReason> objection(Slip slip, Authority recipient, InForce inForce, Instant now) {
        Question question =
                Question.of(slip.from(), recipient.code(), slip.kind(), now).urgent(slip.priority() == Priority.URGENT);
        if (inForce.rulebook().decide(question) instanceof Denied(var _, String why))
            return Optional.of(new EventReason(Reason.KIND_NOT_PERMITTED, why));
        if (!recipient.accepts(slip.kind()))
            return because(Reason.KIND_NOT_ACCEPTED, recipient.code() + " does not accept " + slip.kind() + ".");
        if (slip.suite() != recipient.suite())
            return because(
                    Reason.SUITE_NOT_ACCEPTED,
                    recipient.code() + " requires " + recipient.suite().code() + ", the message is sealed in "
                            + slip.suite().code() + ".");
        if (slip.contentLength() > recipient.maxContentBytes())
            return because(
                    Reason.CONTENT_TOO_LARGE,
                    recipient.code() + " takes " + recipient.maxContentBytes() + " bytes of sealed content, this has "
                            + slip.contentLength() + ".");
        return Optional.empty();
    }

    static boolean contentIsAsAnnounced(Proven proven) {
        Brought brought = proven.brought();
        return brought.envelope().content().size() == proven.slip().contentLength()
                && brought.envelope().content().sha256().equals(proven.slip().contentDigest());
    }

    private static Optional<EventReason> because(Reason reason, String details) {
        return Optional.of(new EventReason(reason, details));
    }

    private static Verdict refused(Proven proven, Reason reason, String details) {
        return refused(proven, new EventReason(reason, details));
    }

    private static Verdict refused(Proven proven, EventReason why) {
        return new Refused(proven.brought(), proven.slip(), why, proven.answerTo());
    }
}
