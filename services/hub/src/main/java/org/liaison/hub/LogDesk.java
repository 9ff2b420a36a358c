package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.Checkpoint;
import org.liaison.auditlog.book.WitnessBook;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.console.port.Answer;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Said;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Size and age of the log, and reading it whole when somebody asks: every entry is hashed again, and the
/// root over all of them compared with the one that was signed.
final class LogDesk implements LogBook, AutoCloseable {

    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final Book book;
    private final Lookers lookers;
    private final OperatorLog log;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Examination> examination = new AtomicReference<>();
    private volatile @Nullable Thread reader;

    /// What others say of the log.
    record Lookers(WitnessDesk witnesses, LogClaims claims) {}

    LogDesk(DataSource database, Book book, Lookers lookers, OperatorLog log, InstantSource clock) {
        this.database = database;
        this.book = book;
        this.lookers = lookers;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Standing standing() {
        Checkpoint head = book.head();
        try (Connection connection = database.getConnection()) {
            return new Standing(
                    head.origin(),
                    head.size(),
                    head.root().toHex(),
                    time(connection, "select recorded_at from log_entry where index = ?", head.size() - 1),
                    time(connection, "select published_at from log_checkpoint where tree_size = ?", head.size()),
                    witnesses(connection, head.size()),
                    lookers.claims().all());
        } catch (SQLException e) {
            throw new CountsUnreadable("The log's standing cannot be read.", e);
        }
    }

    private List<Witness> witnesses(Connection connection, long size) throws SQLException {
        WitnessDesk witnesses = lookers.witnesses();
        List<Witness> read = new ArrayList<>();
        for (String name : witnesses.names()) {
            Optional<WitnessBook.Signed> newest = witnesses.newest(name);
            long next = newest.map(WitnessBook.Signed::size).orElse(0L);
            Optional<Instant> behind = next >= size
                    ? Optional.empty()
                    : time(connection, "select recorded_at from log_entry where index = ?", next);
            read.add(new Witness(
                    name,
                    WitnessKeys.stateOf(name).code(),
                    newest.map(WitnessBook.Signed::size),
                    newest.map(WitnessBook.Signed::at),
                    behind,
                    witnesses.disputes(name)));
        }
        return read;
    }

    private static Optional<Instant> time(Connection connection, String sql, long at) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            question.setLong(1, at);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
                        : Optional.empty();
            }
        }
    }

    @Override
    public synchronized Answer verify(Operator by) {
        if (examination.get() instanceof Examination.UnderWay)
            return new Answer.Refused(Said.of(Said.What.LOG_READ_ALREADY));
        long index = log.write("Read the whole log and compute its root anew; by " + by);
        Checkpoint head = book.head();
        examination.set(new Examination.UnderWay(clock.instant(), 0, head.size()));
        Thread thread = Thread.ofPlatform().name("hub-log-reader").daemon().unstarted(() -> read(head));
        reader = thread;
        thread.start();
        return new Answer.Done(index, Said.of(Said.What.LOG_IS_READ, head.size()));
    }

    @Override
    public Optional<Examination> examination() {
        return Optional.ofNullable(examination.get());
    }

    private void read(Checkpoint head) {
        Instant since = clock.instant();
        try (Connection connection = database.getConnection()) {
            Subtrees tree = new Subtrees();
            for (long next = 0; next < head.size(); next += AT_ONCE) {
                Optional<String> problem = portion(connection, next, Math.min(head.size(), next + AT_ONCE), tree);
                if (problem.isPresent()) {
                    examination.set(new Examination.Broken(clock.instant(), problem.get()));
                    return;
                }
                examination.set(new Examination.UnderWay(since, Math.min(head.size(), next + AT_ONCE), head.size()));
            }
            examination.set(
                    tree.root().equals(head.root())
                            ? new Examination.Whole(
                                    clock.instant(), head.size(), head.root().toHex())
                            : new Examination.Broken(
                                    clock.instant(),
                                    "The root over all " + head.size() + " entries is not the one that was signed."));
        } catch (SQLException | RuntimeException e) {
            examination.set(new Examination.Unfinished(
                    clock.instant(),
                    "The log could not be read to its end: " + e.getClass().getSimpleName() + "."));
        }
    }

    private static Optional<String> portion(Connection connection, long from, long to, Subtrees tree)
            throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(
                "select index, salt, entry, commitment from log_entry where index >= ? and index < ? order by index")) {
            question.setLong(1, from);
            question.setLong(2, to);
            long expected = from;
            try (ResultSet rows = question.executeQuery()) {
                for (; rows.next(); expected++) {
                    if (rows.getLong(1) != expected) break;
                    Digest commitment = Digest.ofParts(Bytes.owned(rows.getBytes(2)), Bytes.owned(rows.getBytes(3)));
                    if (!commitment.value().equals(Bytes.owned(rows.getBytes(4))))
                        return Optional.of("Entry " + expected + " is not what was recorded there.");
                    tree.add(Hashing.leaf(commitment.value()));
                }
            }
            return expected == to ? Optional.empty() : Optional.of("Entry " + expected + " is missing.");
        }
    }

    /// The complete subtrees of a growing tree, from the largest to the smallest (RFC 9162 §2.1.1: the left
    /// half of a tree is the largest complete one).
    private static final class Subtrees {

        private record Subtree(int level, Digest hash) {}

        private final Deque<Subtree> subtrees = new ArrayDeque<>();

        void add(Digest leaf) {
            Subtree last = new Subtree(0, leaf);
            while (!subtrees.isEmpty() && subtrees.getLast().level() == last.level())
                last = new Subtree(
                        last.level() + 1, Hashing.node(subtrees.removeLast().hash(), last.hash()));
            subtrees.addLast(last);
        }

        Digest root() {
            if (subtrees.isEmpty()) return Hashing.emptyRoot();
            Deque<Subtree> left = new ArrayDeque<>(subtrees);
            Digest root = left.removeLast().hash();
            while (!left.isEmpty()) root = Hashing.node(left.removeLast().hash(), root);
            return root;
        }
    }

    @Override
    public void close() {
        Thread thread = reader;
        if (thread != null) thread.interrupt();
    }
}
