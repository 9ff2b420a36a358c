-- Entries about the hub itself are few, and people ask for those of the last hour. Messages are not in this index, so that
-- recording them costs nothing more.
CREATE INDEX log_entry_other ON log_entry (recorded_at)
    WHERE event NOT IN ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION', 'RECIPIENT_EVIDENCE');
