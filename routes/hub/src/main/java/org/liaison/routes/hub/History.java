package org.liaison.routes.hub;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Slip;
import org.liaison.message.Wire.Receipt;
import org.liaison.seal.Unproven;

/// What the book says happened to messages. Its entries were examined before they were recorded.
final class History {

    private final Book book;

    History(Book book) {
        this.book = book;
    }

    Map<MessageId, Earlier> answersTo(Collection<MessageId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<MessageId, Earlier> answers = new HashMap<>();
        book.submissions(ids).forEach((id, receipt) -> answers.put(id, earlier(receipt)));
        return answers;
    }

    private static Earlier earlier(Receipt receipt) {
        Entry entry = clear(Entry.read(receipt.entry()));
        Bytes signed = entry.slip().flatMap(Unproven::content).orElseThrow(() -> unreadable("a slip"));
        return new Earlier(receipt, entry, clear(Slip.read(signed)), signed);
    }

    /// Every statement that was recorded about these messages, by its evidence id.
    Map<EvidenceId, Statement> statementsAbout(Collection<MessageId> ids) {
        Map<EvidenceId, Statement> statements = new HashMap<>();
        for (Receipt receipt : book.statements(ids)) {
            Entry entry = clear(Entry.read(receipt.entry()));
            Bytes signed = entry.evidence().flatMap(Unproven::content).orElseThrow(() -> unreadable("evidence"));
            statements.put(clear(Evidence.read(signed)).id(), new Statement(receipt, signed));
        }
        return statements;
    }

    /// Evidence as its issuer signed it, and the receipt that it stands in the log.
    record Statement(Receipt receipt, Bytes signed) {}

    static <T> T clear(Reading<T> reading) {
        return switch (reading) {
            case Clear<T>(T value) -> value;
            case Garbled<T>(String problem) -> throw unreadable(problem);
        };
    }

    private static IllegalStateException unreadable(String problem) {
        return new IllegalStateException("an entry of our own log cannot be read: " + problem);
    }
}
