package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.message.Bytes;

/// The newest cosignature of each witness, for everybody to see. Whoever keeps one here has
/// examined it: nothing is verified here.
///
/// Who controls the table can withhold cosignatures, which shows, and cannot make one.
public final class WitnessBook {

    /// A witness's line under the checkpoint of `size`, signed at `at` by the witness's clock.
    public record Signed(String witness, long size, Instant at, String line) {}

    private static final String KEEP = """
            INSERT INTO log_witness (witness, tree_size, signed_at, line) VALUES (?, ?, ?, ?)
            ON CONFLICT (witness) DO UPDATE
               SET tree_size = excluded.tree_size, signed_at = excluded.signed_at, line = excluded.line
             WHERE log_witness.tree_size < excluded.tree_size
            """;
    private static final String NEWEST = "SELECT witness, tree_size, signed_at, line FROM log_witness ORDER BY witness";

    private final DataSource source;
    private volatile List<Signed> newest;

    public WitnessBook(DataSource source) {
        this.source = source;
        this.newest = read();
    }

    /// Durable on return, and shown from then on. False when a cosignature of this size or a
    /// larger one is kept.
    public synchronized boolean keep(Signed signed) {
        try (Connection connection = source.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, signed.witness());
            keep.setLong(2, signed.size());
            keep.setTimestamp(3, Timestamp.from(signed.at()));
            keep.setString(4, signed.line());
            if (keep.executeUpdate() == 0) return false;
        } catch (SQLException e) {
            throw new LogUnwritable("A witness's cosignature cannot be kept now. Check the database.", e);
        }
        newest = read();
        return true;
    }

    public List<Signed> newest() {
        return newest;
    }

    /// This checkpoint with the lines of those whose newest cosignature it bears.
    public Bytes cosigned(Bytes checkpoint) {
        StringBuilder note = new StringBuilder(checkpoint.utf8());
        long size = Long.parseLong(checkpoint.utf8().split("\n", 3)[1]);
        for (Signed signed : newest) if (signed.size() == size) note.append(signed.line());
        return Bytes.ofUtf8(note.toString());
    }

    /// Every checkpoint that bears some witness's newest cosignature, from the largest to the
    /// smallest.
    public List<Bytes> cosigned(Book book) {
        return newest.stream()
                .map(Signed::size)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(size -> book.checkpointAt(size).stream())
                .map(this::cosigned)
                .toList();
    }

    private List<Signed> read() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST)) {
            List<Signed> read = new ArrayList<>();
            while (rows.next())
                read.add(new Signed(
                        rows.getString(1), rows.getLong(2), rows.getTimestamp(3).toInstant(), rows.getString(4)));
            return List.copyOf(read);
        } catch (SQLException e) {
            throw new LogUnreadable("The witnesses of the audit log cannot be read now. Check the database.", e);
        }
    }
}
