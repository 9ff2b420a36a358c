package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.EventReason;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.Post.Brought;
import org.liaison.routes.hub.Recorded.Answer;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;

/// Writes verdicts into the book, one append a batch. When [#record] returns, every answer is durable and provable.
final class Clerk {

    private final Book book;
    private final Notary notary;

    Clerk(Book book, Notary notary) {
        this.book = book;
        this.notary = notary;
    }

    Recorded record(Judged judged) {
        List<Optional<Entry>> entries = judged.verdicts().stream()
                .map(verdict -> entry(verdict, judged.at()))
                .toList();
        Iterator<Receipt> written =
                append(entries.stream().flatMap(Optional::stream).toList()).iterator();
        Map<MessageId, Receipt> answers = new HashMap<>();
        List<Answer> recorded = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Verdict verdict = judged.verdicts().get(i);
            Receipt receipt = switch (verdict) {
                case Repeated repeated -> repeated.earlier().receipt();
                case Echoed echoed -> first(answers, echoed);
                case Accepted _, Refused _, Doubted _, Contradicted _, Unreadable _ -> written.next();
            };
            answeredId(verdict).ifPresent(id -> answers.put(id, receipt));
            recorded.add(new Answer(verdict, receipt));
        }
        return new Recorded(recorded);
    }

    private List<Receipt> append(List<Entry> entries) {
        return entries.isEmpty() ? List.of() : book.append(entries);
    }

    private Optional<Entry> entry(Verdict verdict, Instant at) {
        return switch (verdict) {
            case Accepted(Brought brought, Slip slip, var _, var _) ->
                Optional.of(entry(
                        Event.SUBMISSION_ACCEPTANCE, at, Optional.of(slip.id()), brought, notary.accepted(slip, at)));
            case Refused(Brought brought, Slip slip, EventReason why, var _) ->
                Optional.of(entry(
                        Event.SUBMISSION_REJECTION,
                        at,
                        Optional.of(slip.id()),
                        brought,
                        notary.rejected(slip, why, at)));
            case Doubted(Brought brought, Slip slip, EventReason why, var _) ->
                Optional.of(entry(
                        Event.SUBMISSION_REJECTION, at, Optional.empty(), brought, notary.rejected(slip, why, at)));
            case Contradicted(Brought brought, Slip slip, EventReason why, var _) ->
                Optional.of(entry(
                        Event.SECURITY_INCIDENT, at, Optional.of(slip.id()), brought, notary.rejected(slip, why, at)));
            case Unreadable(var gateway, var claimedId, EventReason why) ->
                Optional.of(new Entry(
                        Event.UNREADABLE_ARRIVAL,
                        at,
                        claimedId.flatMap(Clerk::messageId),
                        Optional.empty(),
                        Optional.empty(),
                        why.reason() + ": " + why.details() + " Brought by " + gateway + "."));
            case Repeated _, Echoed _ -> Optional.empty();
        };
    }

    private static Entry entry(Event event, Instant at, Optional<MessageId> id, Brought brought, Bytes evidence) {
        return new Entry(
                event,
                at,
                id,
                Optional.of(brought.envelope().slip()),
                Optional.of(evidence),
                "Brought by " + brought.gateway() + ".");
    }

    /// The ids that an answer uses up: those of which a later copy in the batch gets the same answer.
    private static Optional<MessageId> answeredId(Verdict verdict) {
        return switch (verdict) {
            case Accepted accepted -> Optional.of(accepted.slip().id());
            case Refused refused -> Optional.of(refused.slip().id());
            case Repeated repeated -> Optional.of(repeated.slip().id());
            case Contradicted contradicted -> Optional.of(contradicted.slip().id());
            case Doubted _, Echoed _, Unreadable _ -> Optional.empty();
        };
    }

    private static Receipt first(Map<MessageId, Receipt> answers, Echoed echoed) {
        Receipt receipt = answers.get(echoed.slip().id());
        if (receipt == null)
            throw new IllegalStateException(
                    "an echo came before its first: " + echoed.slip().id());
        return receipt;
    }

    static Optional<MessageId> messageId(String claimed) {
        try {
            return Optional.of(MessageId.parse(claimed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
