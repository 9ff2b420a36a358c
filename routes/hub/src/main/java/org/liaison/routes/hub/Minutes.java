package org.liaison.routes.hub;

import java.time.Instant;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Post.Brought;
import org.liaison.routes.hub.Post.Told;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;

/// What stands in the log about each decision. What was answered before has its entry already.
final class Minutes {

    private final Notary notary;

    Minutes(Notary notary) {
        this.notary = notary;
    }

    Optional<Entry> of(Verdict verdict, Instant at) {
        return switch (verdict) {
            case Accepted(Brought brought, Slip slip, var _, var _) ->
                entry(Event.SUBMISSION_ACCEPTANCE, at, Optional.of(slip.id()), brought, notary.accepted(slip, at));
            case Refused(Brought brought, Slip slip, EventReason why, var _) ->
                entry(Event.SUBMISSION_REJECTION, at, Optional.of(slip.id()), brought, notary.rejected(slip, why, at));
            case Doubted(Brought brought, Slip slip, EventReason why, var _) ->
                entry(Event.SUBMISSION_REJECTION, at, Optional.empty(), brought, notary.rejected(slip, why, at));
            case Contradicted(Brought brought, Slip slip, EventReason why, var _) ->
                entry(Event.SECURITY_INCIDENT, at, Optional.of(slip.id()), brought, notary.rejected(slip, why, at));
            case Unreadable(GatewayCode gateway, var claimedId, EventReason why) ->
                Optional.of(new Entry(
                        Event.UNREADABLE_ARRIVAL,
                        at,
                        claimedId.flatMap(Minutes::messageId),
                        Optional.empty(),
                        Optional.empty(),
                        why.reason() + ": " + why.details() + " " + broughtBy(gateway)));
            case Repeated _, Echoed _ -> Optional.empty();
        };
    }

    Optional<Entry> of(Account account, Instant at) {
        return switch (account) {
            case Believed(Told told, Evidence evidence, var _) ->
                Optional.of(new Entry(
                        Event.RECIPIENT_EVIDENCE,
                        at,
                        Optional.of(evidence.messageId()),
                        Optional.empty(),
                        Optional.of(told.evidence()),
                        broughtBy(told.gateway())));
            case Disbelieved(Told told, var about, String why, var _) ->
                Optional.of(new Entry(
                        Event.SECURITY_INCIDENT,
                        at,
                        about,
                        Optional.empty(),
                        Optional.of(told.evidence()).filter(bytes -> bytes.size() <= Hearing.MAX_EVIDENCE_BYTES),
                        "Evidence was not believed: " + why + ". " + broughtBy(told.gateway())));
            case ToldBefore _ -> Optional.empty();
        };
    }

    private static Optional<Entry> entry(
            Event event, Instant at, Optional<MessageId> id, Brought brought, Bytes evidence) {
        return Optional.of(new Entry(
                event,
                at,
                id,
                Optional.of(brought.envelope().slip()),
                Optional.of(evidence),
                broughtBy(brought.gateway())));
    }

    private static String broughtBy(GatewayCode gateway) {
        return "Brought by " + gateway + ".";
    }

    private static Optional<MessageId> messageId(String claimed) {
        try {
            return Optional.of(MessageId.parse(claimed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
