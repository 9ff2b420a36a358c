package org.liaison.auditlog.book;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;

/// The entries in their table.
final class Rows {

    /// One statement for the whole batch, and nothing at all when another sequencer has taken over: the row
    /// lock makes its take-over wait for our commit, or us see its epoch.
    private static final String INSERT = """
            WITH ours AS (SELECT 1 FROM log_head WHERE epoch = ? AND tree_size = ? FOR SHARE)
            INSERT INTO log_entry (index, salt, entry, commitment, event, message_id, recorded_at)
            SELECT batch.* FROM ours, unnest(
                ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::uuid[], ?::timestamptz[]) AS batch
            """;

    private static final String FROM_INDEX =
            "SELECT index, salt, entry, commitment FROM log_entry WHERE index >= ? ORDER BY index LIMIT ?";
    private static final String SUBMISSIONS = """
            SELECT index, salt, entry, commitment, message_id FROM log_entry
            WHERE message_id = ANY (?) AND event IN ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION') AND index < ?
            ORDER BY index
            """;
    private static final String TRACE =
            "SELECT index, salt, entry, commitment FROM log_entry WHERE message_id = ? AND index < ? ORDER BY index";

    private static final String STATEMENTS = """
            SELECT index, salt, entry, commitment FROM log_entry
            WHERE message_id = ANY (?) AND event = 'RECIPIENT_EVIDENCE' AND index < ? ORDER BY index
            """;

    private Rows() {}

    /// Returns how many were inserted: all of them, or none where the fence held us off.
    static int insert(Connection connection, long epoch, long size, List<Draft> drafts) throws SQLException {
        int count = drafts.size();
        Long[] indexes = new Long[count];
        byte[][] salts = new byte[count][];
        byte[][] entries = new byte[count][];
        byte[][] commitments = new byte[count][];
        String[] events = new String[count];
        @Nullable UUID[] messages = new UUID[count];
        String[] times = new String[count];
        for (int i = 0; i < count; i++) {
            Draft draft = drafts.get(i);
            indexes[i] = size + i;
            salts[i] = draft.salt().toArray();
            entries[i] = draft.json().toArray();
            commitments[i] = draft.commitment().value().toArray();
            events[i] = draft.entry().event().name();
            messages[i] = draft.entry().messageId().map(MessageId::value).orElse(null);
            times[i] = draft.entry().recordedAt().toString();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, epoch);
            insert.setLong(2, size);
            insert.setArray(3, connection.createArrayOf("int8", indexes));
            insert.setArray(4, connection.createArrayOf("bytea", salts));
            insert.setArray(5, connection.createArrayOf("bytea", entries));
            insert.setArray(6, connection.createArrayOf("bytea", commitments));
            insert.setArray(7, connection.createArrayOf("text", events));
            insert.setArray(8, connection.createArrayOf("uuid", messages));
            insert.setArray(9, connection.createArrayOf("timestamptz", times));
            return insert.executeUpdate();
        }
    }

    static List<Row> from(Connection connection, long index, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FROM_INDEX)) {
            select.setLong(1, index);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    static List<Row> trace(Connection connection, MessageId message, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TRACE)) {
            select.setObject(1, message.value());
            select.setLong(2, size);
            return rows(select);
        }
    }

    static List<Row> statements(Connection connection, Collection<MessageId> messages, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS)) {
            select.setArray(1, ids(connection, messages));
            select.setLong(2, size);
            return rows(select);
        }
    }

    private static Array ids(Connection connection, Collection<MessageId> messages) throws SQLException {
        return connection.createArrayOf(
                "uuid", messages.stream().map(MessageId::value).toArray());
    }

    static Map<MessageId, Row> submissions(Connection connection, Collection<MessageId> messages, long size)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUBMISSIONS)) {
            select.setArray(1, ids(connection, messages));
            select.setLong(2, size);
            Map<MessageId, Row> found = new LinkedHashMap<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) found.put(new MessageId(result.getObject(5, UUID.class)), row(result));
            }
            return found;
        }
    }

    /// Which messages of a batch were answered before, published or not.
    static Set<MessageId> answered(Connection connection, List<Draft> drafts) throws SQLException {
        Set<MessageId> messages =
                drafts.stream().flatMap(draft -> draft.submission().stream()).collect(Collectors.toSet());
        return submissions(connection, messages, Long.MAX_VALUE).keySet();
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) rows.add(row(result));
        }
        return rows;
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getLong(1),
                Bytes.owned(result.getBytes(2)),
                Bytes.owned(result.getBytes(3)),
                new Digest(Bytes.owned(result.getBytes(4))));
    }
}
