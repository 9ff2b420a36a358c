package org.liaison.hub;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.console.port.Changes;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Reading;

/// Entries about the hub itself, found by the index that holds nothing else.
final class ChangesDesk implements Changes {

    private static final int MOST = 200;
    private static final String NEWEST = "select index, entry from log_entry"
            + " where event not in ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION', 'RECIPIENT_EVIDENCE')"
            + " and recorded_at >= ? order by recorded_at desc limit ?";

    private final DataSource database;

    ChangesDesk(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Change> since(Instant from) {
        List<Change> changes = new ArrayList<>();
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(NEWEST)) {
            question.setTimestamp(1, Timestamp.from(from));
            question.setInt(2, MOST);
            try (var rows = question.executeQuery()) {
                while (rows.next())
                    if (Entry.read(Bytes.owned(rows.getBytes(2))) instanceof Reading.Clear<Entry>(Entry entry))
                        changes.add(change(rows.getLong(1), entry));
            }
            return changes;
        } catch (SQLException e) {
            throw new CountsUnreadable("What was changed cannot be read.", e);
        }
    }

    private static Change change(long index, Entry entry) {
        Notes.Read read = Notes.read(entry.event(), entry.note());
        return new Change(
                index, entry.recordedAt(), entry.event().name(), entry.note(), read.said(), read.by(), read.why());
    }
}
