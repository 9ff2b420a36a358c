package org.liaison.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.console.port.Trace;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.message.Wire;

/// One message's way, each step of it proved anew.
final class TraceDesk implements Trace {

    private final Book book;
    private final LogExaminer examiner;
    private final Function<MessageId, Optional<URI>> timing;

    TraceDesk(Book book, LogExaminer examiner, Function<MessageId, Optional<URI>> timing) {
        this.book = book;
        this.examiner = examiner;
        this.timing = timing;
    }

    @Override
    public Optional<URI> timing(MessageId message) {
        return timing.apply(message);
    }

    @Override
    public List<Step> of(MessageId message) {
        List<Step> steps = new ArrayList<>();
        for (Wire.Receipt receipt : book.trace(message)) steps.add(step(receipt));
        return steps;
    }

    private Step step(Wire.Receipt receipt) {
        return switch (examiner.examine(receipt)) {
            case Proof.Recorded(Entry entry, long index, long size, var _) ->
                step(entry, index, true, "in the tree of " + size + " entries, whose root the log has signed");
            case Proof.Unproven(Proof.Why why) ->
                step(
                        Entry.read(receipt.entry()) instanceof org.liaison.message.Reading.Clear<Entry>(Entry entry)
                                ? entry
                                : Entry.ofNote(Entry.Event.UNREADABLE_ARRIVAL, java.time.Instant.EPOCH, "unreadable"),
                        receipt.proof().index(),
                        false,
                        why.sentence());
        };
    }

    private static Step step(Entry entry, long index, boolean proven, String proof) {
        Optional<Evidence> evidence = LoggedEntries.evidence(entry);
        return new Step(
                index,
                entry.recordedAt(),
                evidence.map(known -> known.event().code()).orElse(entry.event().name()),
                evidence.map(Evidence::issuer).orElse(Evidence.HUB),
                LoggedEntries.slip(entry).map(TraceDesk::parties),
                evidence.map(known -> known.reasons().stream()
                                .map(reason -> reason.reason().name())
                                .toList())
                        .orElse(List.of()),
                entry.note(),
                proven,
                proof);
    }

    private static Parties parties(Slip slip) {
        return new Parties(
                slip.from().toString(),
                slip.to().stream().map(AuthorityCode::toString).toList(),
                slip.kind().code(),
                slip.caseId().toString(),
                slip.priority().name(),
                slip.due());
    }
}
