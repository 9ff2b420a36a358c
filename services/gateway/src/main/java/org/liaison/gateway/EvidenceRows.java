package org.liaison.gateway;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// Evidence in the keeping of one authority; `proven` is absent for what this gateway said itself.
    record Held(AuthorityCode keeper, Evidence evidence, Bytes signed, Optional<Proven> proven) {

        static Held by(AuthorityCode keeper, Proven proven) {
            return new Held(keeper, proven.evidence(), proven.signed(), Optional.of(proven));
        }

        Key key() {
            return new Key(evidence.id().value(), keeper.toString());
        }
    }

    record Key(UUID evidence, String keeper) {}

    /// In one statement. Answers which were new.
    Set<Key> insert(List<Held> all, Instant now) {
        Set<Key> added = new HashSet<>();
        if (all.isEmpty()) return added;
        database.sql("insert into evidence (evidence_id, authority, message_id, event, issuer, recipient, event_time,"
                        + " reasons, signed, receipt, log_index, tree_size, stored_at)"
                        + " select one.*, cast(:now as timestamptz) from unnest(cast(:ids as uuid[]),"
                        + " cast(:keepers as text[]), cast(:messages as uuid[]), cast(:events as text[]),"
                        + " cast(:issuers as text[]), cast(:recipients as text[]), cast(:times as timestamptz[]),"
                        + " cast(:reasons as text[]), cast(:signed as bytea[]), cast(:receipts as bytea[]),"
                        + " cast(:indexes as bigint[]), cast(:sizes as bigint[])) as one"
                        + " on conflict do nothing returning evidence_id, authority")
                .params(columns(all))
                .param("now", Rows.time(now))
                .query(row -> {
                    added.add(new Key(row.getObject("evidence_id", UUID.class), row.getString("authority")));
                });
        return added;
    }

    private static Map<String, ?> columns(List<Held> all) {
        return Map.ofEntries(
                entry("ids", Rows.column(all, one -> one.evidence().id().value(), UUID[]::new)),
                entry("keepers", Rows.column(all, one -> one.keeper().toString(), String[]::new)),
                entry(
                        "messages",
                        Rows.column(all, one -> one.evidence().messageId().value(), UUID[]::new)),
                entry("events", Rows.column(all, one -> one.evidence().event().name(), String[]::new)),
                entry("issuers", Rows.column(all, one -> one.evidence().issuer(), String[]::new)),
                entry(
                        "recipients",
                        Rows.optionalColumn(
                                all, one -> one.evidence().recipient().map(AuthorityCode::toString), String[]::new)),
                entry(
                        "times",
                        Rows.column(all, one -> one.evidence().eventTime().toString(), String[]::new)),
                entry("reasons", Rows.column(all, one -> reasons(one.evidence()), String[]::new)),
                entry("signed", Rows.column(all, one -> one.signed().toArray(), byte[][]::new)),
                entry(
                        "receipts",
                        Rows.optionalColumn(
                                all,
                                one -> one.proven()
                                        .map(proven -> Frames.receiptJson(proven.receipt())
                                                .toArray()),
                                byte[][]::new)),
                entry(
                        "indexes",
                        Rows.optionalColumn(
                                all,
                                one -> one.proven()
                                        .map(proven -> proven.position().index()),
                                Long[]::new)),
                entry(
                        "sizes",
                        Rows.optionalColumn(
                                all,
                                one -> one.proven()
                                        .map(proven -> proven.position().treeSize()),
                                Long[]::new)));
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

    /// Of which of these messages this authority said something before.
    Set<MessageId> saidOf(Collection<MessageId> ids, AuthorityCode issuer) {
        return database.sql("select distinct message_id from evidence where message_id = any(:ids)"
                        + " and authority = :issuer and issuer = :issuer")
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .param("issuer", issuer.toString())
                .query((row, n) -> new MessageId(row.getObject("message_id", UUID.class)))
                .set();
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

    /// A statement on its way: what `issuer` said, signed.
    record Statement(Evidence evidence, Bytes signed, AuthorityCode issuer, Priority priority) {

        Held held() {
            return new Held(issuer, evidence, signed, Optional.empty());
        }
    }

    void queue(List<Statement> statements, Instant now) {
        if (statements.isEmpty()) return;
        database.sql("insert into outbox (id, message_id, authority, statement, size, urgent, next_at, leased_until,"
                        + " limit_at, give_up_at) select one.id, one.message_id, one.authority, one.statement,"
                        + " length(one.statement), one.urgent, :now, :now, :never, :never"
                        + " from unnest(cast(:ids as uuid[]), cast(:messages as uuid[]), cast(:issuers as text[]),"
                        + " cast(:signed as bytea[]), cast(:urgent as boolean[]))"
                        + " as one (id, message_id, authority, statement, urgent) on conflict (id) do nothing")
                .param(
                        "ids",
                        statements.stream()
                                .map(one -> one.evidence().id().value())
                                .toArray(UUID[]::new))
                .param(
                        "messages",
                        statements.stream()
                                .map(one -> one.evidence().messageId().value())
                                .toArray(UUID[]::new))
                .param(
                        "issuers",
                        Rows.texts(statements.stream().map(Statement::issuer).toList()))
                .param(
                        "signed",
                        statements.stream().map(one -> one.signed().toArray()).toArray(byte[][]::new))
                .param(
                        "urgent",
                        statements.stream()
                                .map(one -> one.priority() == Priority.URGENT)
                                .toArray(Boolean[]::new))
                .param("now", Rows.time(now))
                .param("never", Rows.time(NEVER))
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
