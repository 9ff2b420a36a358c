package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;

/// Gives entries their place. There is one at a time, kept so twice over: a lock that belongs to our
/// connection, through which we also write, and an epoch that every write compares, for a lock alone does not
/// survive a change of server.
///
/// It knows the head only while all goes well. Whoever sees one of its methods throw, save [AlreadyRecorded],
/// must [#close] it and start another.
final class Sequencer implements AutoCloseable {

    private static final int CHUNK = 4096;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final LogSigner signer;
    private final Clock clock;
    private final Function<TileId, Tile> store;
    private Heads.Head head;
    private Published published;

    private Sequencer(
            Connection connection,
            LogSigner signer,
            Clock clock,
            Function<TileId, Tile> store,
            Heads.Head head,
            Published published) {
        this.connection = connection;
        this.signer = signer;
        this.clock = clock;
        this.store = store;
        this.head = head;
        this.published = published;
    }

    /// Takes over, looks at what is there and integrates what an earlier sequencer wrote and did not publish. A
    /// first start, an orderly restart and the start after a crash are the same.
    static Sequencer start(DataSource source, LogSigner signer, Clock clock, Function<TileId, Tile> store)
            throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            Heads.lock(connection);
            connection.commit();
            Heads.Head head = Heads.takeOver(connection, signer.origin());
            connection.commit();
            Edge edge = Recovery.edge(connection, signer.origin(), head.checkpoint());
            Optional<Bytes> note = Recovery.note(connection, head.checkpoint());
            connection.commit();
            Published published =
                    Published.of(head.checkpoint(), note.orElse(Bytes.of()), new Edge.Growth(edge, List.of()), store);
            Sequencer sequencer = new Sequencer(connection, signer, clock, store, head, published);
            if (note.isEmpty()) sequencer.publish(new Edge.Growth(edge, List.of()), head.checkpoint());
            while (!sequencer.integrate().isEmpty()) {
                // One chunk after the other until nothing is left that was written and not published.
            }
            return sequencer;
        } catch (SQLException | RuntimeException e) {
            letGo(connection);
            throw e;
        }
    }

    long epoch() {
        return head.epoch();
    }

    Published published() {
        return published;
    }

    /// Write, make durable, then integrate what the database says was written.
    List<Row> append(List<Draft> drafts) throws SQLException {
        write(drafts);
        List<Row> rows = integrate();
        boolean same = rows.size() == drafts.size();
        for (int i = 0; same && i < rows.size(); i++)
            same = rows.get(i).commitment().equals(drafts.get(i).commitment());
        if (!same)
            throw new LogUnwritable("The database holds other entries than were written to it. Stop the hub and look"
                    + " for a second program or person that writes into the log's tables.");
        return rows;
    }

    private void write(List<Draft> drafts) throws SQLException {
        try {
            int inserted =
                    Rows.insert(connection, head.epoch(), head.checkpoint().size(), drafts);
            if (inserted != drafts.size()) throw takenOver();
        } catch (SQLException e) {
            connection.rollback();
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) throw e;
            Set<MessageId> answered = Rows.answered(connection, drafts);
            connection.rollback();
            if (answered.isEmpty()) throw e;
            throw new AlreadyRecorded(answered);
        }
        connection.commit();
    }

    /// Read back, recompute, compare-and-set the head, sign, publish. Nothing is signed that is not durable,
    /// and no size is signed twice with different roots, for what is durable is never removed.
    private List<Row> integrate() throws SQLException {
        long size = head.checkpoint().size();
        List<Row> rows = Rows.from(connection, size, CHUNK);
        if (rows.isEmpty()) {
            connection.commit();
            return rows;
        }
        for (int i = 0; i < rows.size(); i++) Recovery.refuseDamaged(rows.get(i), size + i);
        List<Digest> leafHashes = rows.stream().map(Row::leafHash).toList();
        Edge.Growth growth = published.edge().grow(leafHashes);
        Published unsigned = Published.of(published.head(), published.note(), growth, store);
        long grown = growth.edge().size();
        Checkpoint next = new Checkpoint(signer.origin(), grown, Proofs.root(unsigned, grown));
        if (!Heads.compareAndSet(connection, head, next)) throw takenOver();
        TileStore.insert(connection, growth.filled());
        publish(growth, next);
        return rows;
    }

    private void publish(Edge.Growth growth, Checkpoint next) throws SQLException {
        Heads.Head nextHead = new Heads.Head(head.epoch(), next);
        Bytes note = signer.sign(next.noteText());
        Heads.publish(connection, nextHead, note, clock.instant());
        connection.commit();
        head = nextHead;
        published = Published.of(next, note, growth, store);
    }

    @Override
    public void close() {
        letGo(connection);
    }

    private static LogUnwritable takenOver() {
        return new LogUnwritable("Another program has taken the audit log over. Only one hub may write a log: stop"
                + " the other, or this one.");
    }

    /// The connection goes back to a pool that knows nothing of our lock, so the lock is released by hand; a
    /// connection on which that fails is cut, and the server releases what it held.
    private static void letGo(Connection connection) {
        try (connection) {
            try {
                connection.rollback();
                Heads.unlock(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // It was broken before we gave it back, and there is nothing left to save on it.
        }
    }
}
