package org.liaison.message;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What one leaf of the audit log commits to. It holds slips, evidence and reasons, never content.
///
/// `slip` and `evidence` are the signed bytes as they arrived or were issued. `note` says what happened where neither
/// does: an operator's action, a directory version, a security incident.
public record Entry(
        Event event,
        Instant recordedAt,
        Optional<MessageId> messageId,
        Optional<Bytes> slip,
        Optional<Bytes> evidence,
        String note) {

    public enum Event {
        /// The hub accepted a message: slip and `SubmissionAcceptance`.
        SUBMISSION_ACCEPTANCE,
        /// The hub refused a message: slip, as far as there was one, and `SubmissionRejection`.
        SUBMISSION_REJECTION,
        /// A recipient said what became of a message: its signed evidence.
        RECIPIENT_EVIDENCE,
        /// Somebody did what an honest, working gateway does not do.
        SECURITY_INCIDENT,
        /// Bytes arrived that cannot be answered, for they name no sender.
        UNREADABLE_ARRIVAL,
        /// The hub began to use a directory or rulebook snapshot.
        SNAPSHOT_IN_FORCE,
        /// An operator intervened.
        OPERATOR_ACTION,
        /// The hub started.
        HUB_STARTED
    }

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", 1);
        json.put("event", event.name());
        json.put("recordedAt", recordedAt.toString());
        messageId.ifPresent(id -> json.put("messageId", id.toString()));
        slip.ifPresent(bytes -> json.put("slip", bytes.toArray()));
        evidence.ifPresent(bytes -> json.put("evidence", bytes.toArray()));
        json.put("note", note);
        return StrictJson.write(json);
    }

    public static Reading<Entry> read(Bytes json) {
        return StrictJson.read(json, "log entry", entry -> {
            if (entry.number("version") != 1)
                throw new IllegalArgumentException("log entry: this program reads version 1 only");
            return new Entry(
                    entry.as("event", Event::valueOf),
                    entry.as("recordedAt", StrictJson::instant),
                    entry.optionalAs("messageId", MessageId::parse),
                    entry.optionalAs("slip", Bytes::ofBase64),
                    entry.optionalAs("evidence", Bytes::ofBase64),
                    entry.text("note"));
        });
    }

    /// An entry that names neither slip nor evidence.
    public static Entry ofNote(Event event, Instant at, String note) {
        return new Entry(event, at, Optional.empty(), Optional.empty(), Optional.empty(), note);
    }
}
