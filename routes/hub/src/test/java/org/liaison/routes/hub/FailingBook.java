package org.liaison.routes.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.Checkpoint;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// A book in front of another, whose `append` goes wrong as told: before or after the other wrote.
final class FailingBook implements Book {

    private final Book book;
    Optional<RuntimeException> before = Optional.empty();
    Optional<RuntimeException> after = Optional.empty();
    Predicate<List<Entry>> only = entries -> true;

    FailingBook(Book book) {
        this.book = book;
    }

    @Override
    public List<Wire.Receipt> append(List<Entry> entries) {
        if (before.isPresent() && only.test(entries)) throw before.get();
        List<Wire.Receipt> receipts = book.append(entries);
        if (after.isPresent() && only.test(entries)) throw after.get();
        return receipts;
    }

    @Override
    public Map<MessageId, Wire.Receipt> submissions(Collection<MessageId> messages) {
        return book.submissions(messages);
    }

    @Override
    public List<Wire.Receipt> statements(Collection<MessageId> messages) {
        return book.statements(messages);
    }

    @Override
    public List<Wire.Receipt> trace(MessageId message) {
        return book.trace(message);
    }

    @Override
    public Checkpoint head() {
        return book.head();
    }

    @Override
    public Bytes checkpoint() {
        return book.checkpoint();
    }

    @Override
    public Optional<Bytes> checkpointAt(long size) {
        return book.checkpointAt(size);
    }

    @Override
    public Optional<Bytes> tile(int level, long index, int width) {
        return book.tile(level, index, width);
    }

    @Override
    public List<Digest> consistency(long from, long to) {
        return book.consistency(from, to);
    }

    @Override
    public Optional<String> hindrance() {
        return book.hindrance();
    }
}
