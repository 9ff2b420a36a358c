package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// The book in PostgreSQL. At most one program writes it at a time: the one whose [Sequencer] is at work.
///
/// After any failure we no longer know what is on disk. The sequencer is then dismissed, and the next batch
/// begins by starting another, which takes the path of every start: look at what is there, integrate it, go on.
public final class BookInPostgres implements Book, AutoCloseable {

    private final DataSource source;
    private final LogSigner signer;
    private final Clock clock;
    private final TileStore tiles;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Sequencer sequencer;
    private volatile Published published;
    private volatile long epoch;

    private BookInPostgres(DataSource source, LogSigner signer, Clock clock) {
        this.source = source;
        this.signer = signer;
        this.clock = clock;
        this.tiles = new TileStore(source);
        Sequencer first = start();
        this.sequencer = first;
        this.published = first.published();
        this.epoch = first.epoch();
    }

    /// Opens the log kept in this database, whose schema is in place (`classpath:org/liaison/auditlog/schema`),
    /// or begins one. Takes one connection for good. Throws [LogUnwritable] when another program writes this
    /// log.
    public static BookInPostgres open(DataSource source, LogSigner signer, Clock clock) {
        return new BookInPostgres(source, signer, clock);
    }

    @Override
    public List<Wire.Receipt> append(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        List<Draft> drafts = Draft.of(entries);
        Appended appended = appendInTurn(drafts);
        return appended.rows().stream().map(appended.published()::receipt).toList();
    }

    private record Appended(List<Row> rows, Published published) {}

    private Appended appendInTurn(List<Draft> drafts) {
        turn.lock();
        try {
            Sequencer current = sequencer == null ? start() : sequencer;
            sequencer = current;
            published = current.published();
            epoch = current.epoch();
            List<Row> rows = current.append(drafts);
            published = current.published();
            return new Appended(rows, published);
        } catch (AlreadyRecorded e) {
            throw e;
        } catch (RuntimeException | SQLException e) {
            dismiss();
            throw unwritable(e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Map<MessageId, Wire.Receipt> submissions(Collection<MessageId> messages) {
        if (messages.isEmpty()) return Map.of();
        Published now = published;
        return read(connection -> {
            Map<MessageId, Wire.Receipt> found = new LinkedHashMap<>();
            Rows.submissions(connection, messages, now.head().size())
                    .forEach((message, row) -> found.put(message, now.receipt(row)));
            return found;
        });
    }

    @Override
    public List<Wire.Receipt> trace(MessageId message) {
        Published now = published;
        return read(connection -> Rows.trace(connection, message, now.head().size()).stream()
                .map(now::receipt)
                .toList());
    }

    @Override
    public List<Wire.Receipt> statements(Collection<MessageId> messages) {
        if (messages.isEmpty()) return List.of();
        Published now = published;
        return read(
                connection -> Rows.statements(connection, messages, now.head().size()).stream()
                        .map(now::receipt)
                        .toList());
    }

    @Override
    public Checkpoint head() {
        return published.head();
    }

    @Override
    public Bytes checkpoint() {
        return published.note();
    }

    @Override
    public Optional<Bytes> checkpointAt(long size) {
        return read(connection -> Heads.note(connection, size));
    }

    @Override
    public Optional<Bytes> tile(int level, long index, int width) {
        return published.tile(level, index, width);
    }

    @Override
    public List<Digest> consistency(long from, long to) {
        return published.consistency(from, to);
    }

    @Override
    public Optional<String> hindrance() {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return Hindrance.find(connection, () -> epoch);
        } catch (SQLException e) {
            return Optional.of("The database does not answer.");
        }
    }

    /// Lets go of the log, so that another program may write it.
    @Override
    public void close() {
        turn.lock();
        try {
            dismiss();
        } finally {
            turn.unlock();
        }
    }

    private Sequencer start() {
        try {
            return Sequencer.start(source, signer, clock, tiles::full);
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    private void dismiss() {
        Sequencer leaving = sequencer;
        sequencer = null;
        if (leaving != null) leaving.close();
    }

    private static LogUnwritable unwritable(Exception e) {
        return e instanceof LogUnwritable known
                ? known
                : new LogUnwritable(
                        "The audit log cannot be written now: " + e.getMessage()
                                + ". What was being recorded may or may not be in the log; the next attempt finds out."
                                + " Check the database.",
                        e);
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = source.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new LogUnreadable("The audit log cannot be read now: " + e.getMessage() + ". Check the database.", e);
        }
    }
}
