package org.liaison.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.Bytes;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Frames;
import org.liaison.message.Reading;
import org.liaison.message.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The evidence on file about one copy, oldest first.
final class EvidenceFile {

    private final JdbcClient database;

    EvidenceFile(JdbcClient database) {
        this.database = database;
    }

    /// `receipt` is absent for what was said here: the log's proof of it goes to the sender.
    record Item(
            String id,
            ErdsEvent event,
            String issuer,
            Optional<String> recipient,
            Instant eventTime,
            String reasons,
            Bytes signed,
            Optional<Bytes> receiptJson,
            Optional<Long> logIndex,
            Instant storedAt) {

        Optional<Wire.Receipt> receipt() {
            return receiptJson.flatMap(json -> switch (Frames.readReceipt(json)) {
                case Reading.Clear<Wire.Receipt>(Wire.Receipt receipt) -> Optional.of(receipt);
                case Reading.Garbled<Wire.Receipt> _ -> Optional.empty();
            });
        }

        /// Where the log has it, if its receipt proves that.
        Optional<Proof.Recorded> recorded(LogExaminer log) {
            return receipt().map(log::examine).flatMap(proof -> switch (proof) {
                case Proof.Recorded recorded
                when recorded.entry().evidence().equals(Optional.of(signed)) -> Optional.of(recorded);
                case Proof.Recorded _, Proof.Unproven _ -> Optional.empty();
            });
        }
    }

    List<Item> of(Shelf.Copy copy) {
        return database.sql("select evidence_id, event, issuer, recipient, event_time, reasons, signed, receipt,"
                        + " log_index, stored_at from evidence where message_id = ? and authority = ?"
                        + " order by event_time, stored_at")
                .params(copy.id().value(), copy.owner().toString())
                .query((row, n) -> new Item(
                        row.getString("evidence_id"),
                        ErdsEvent.valueOf(row.getString("event")),
                        row.getString("issuer"),
                        Optional.ofNullable(row.getString("recipient")),
                        Rows.instant(row, "event_time"),
                        row.getString("reasons"),
                        Rows.bytes(row, "signed"),
                        Rows.optionalBytes(row, "receipt"),
                        Optional.ofNullable(row.getObject("log_index", Long.class)),
                        Rows.instant(row, "stored_at")))
                .list();
    }
}
