package org.liaison.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.StrictJson;
import org.liaison.routes.gateway.Proofs.Proven;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;

/// Evidence as rows, and statements on their way to the hub.
final class EvidenceRows {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient database;

    EvidenceRows(JdbcClient database) {
        this.database = database;
    }

    /// Answers whether it was new.
    boolean insert(AuthorityCode keeper, Proven proven, Instant now) {
        return insert(keeper, proven.evidence(), proven.signed(), Optional.of(proven), now);
    }

    boolean insert(AuthorityCode keeper, Evidence evidence, Bytes signed, Optional<Proven> proven, Instant now) {
        return database.sql("insert into evidence (evidence_id, authority, message_id, event, issuer, recipient,"
                                + " event_time, reasons, signed, receipt, log_index, tree_size, stored_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .param(evidence.id().value())
                        .param(keeper.toString())
                        .param(evidence.messageId().value())
                        .param(evidence.event().name())
                        .param(evidence.issuer())
                        .param(evidence.recipient().map(AuthorityCode::toString).orElse(null))
                        .param(Rows.time(evidence.eventTime()))
                        .param(reasons(evidence))
                        .param(signed.toArray())
                        .param(proven.map(
                                        one -> Frames.receiptJson(one.receipt()).toArray())
                                .orElse(null))
                        .param(proven.map(one -> one.position().index()).orElse(null))
                        .param(proven.map(one -> one.position().treeSize()).orElse(null))
                        .param(Rows.time(now))
                        .update()
                == 1;
    }

    /// What this authority said about the message last, signed.
    Optional<Said> said(MessageId id, AuthorityCode issuer) {
        return database.sql("select evidence_id, event, signed from evidence where message_id = ? and authority = ?"
                        + " and issuer = ? order by event_time desc, stored_at desc limit 1")
                .params(id.value(), issuer.toString(), issuer.toString())
                .query((row, n) -> new Said(
                        row.getObject("evidence_id", UUID.class), row.getString("event"), Rows.bytes(row, "signed")))
                .optional();
    }

    /// Everything this authority said about the message goes out again, unchanged; in a new round, or
    /// the broker would drop what it has seen before.
    void sayAgain(MessageId id, AuthorityCode issuer, Priority priority, Instant now) {
        database.sql("insert into outbox (id, message_id, authority, statement, size, urgent, next_at, leased_until,"
                        + " limit_at, give_up_at, round)"
                        + " select evidence_id, message_id, authority, signed, length(signed), ?, ?, ?, ?, ?,"
                        + " (extract(epoch from ?::timestamptz) / 10)::int"
                        + " from evidence where message_id = ? and authority = ? and issuer = ?"
                        + " on conflict (id) do nothing")
                .params(
                        priority == Priority.URGENT,
                        Rows.time(now),
                        Rows.time(now),
                        Rows.time(NEVER),
                        Rows.time(NEVER),
                        Rows.time(now),
                        id.value(),
                        issuer.toString(),
                        issuer.toString())
                .update();
    }

    void queue(Evidence evidence, Bytes signed, AuthorityCode issuer, Priority priority, Instant now) {
        database.sql("insert into outbox (id, message_id, authority, statement, size, urgent, next_at, leased_until,"
                        + " limit_at, give_up_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        evidence.id().value(),
                        evidence.messageId().value(),
                        issuer.toString(),
                        signed.toArray(),
                        signed.size(),
                        priority == Priority.URGENT,
                        Rows.time(now),
                        Rows.time(now),
                        Rows.time(NEVER),
                        Rows.time(NEVER))
                .update();
    }

    record Said(UUID id, String event, Bytes signed) {}

    /// The reasons as JSON, for the timeline.
    private static String reasons(Evidence evidence) {
        ArrayNode list = StrictJson.MAPPER.createArrayNode();
        for (EventReason reason : evidence.reasons())
            list.addObject().put("reason", reason.reason().name()).put("details", reason.details());
        return StrictJson.MAPPER.writeValueAsString(list);
    }
}
