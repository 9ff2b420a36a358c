package org.liaison.gateway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.message.AuthorityCode;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.Passage;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far a message has come towards each recipient, as rows.
final class Passages {

    private final JdbcClient database;

    Passages(JdbcClient database) {
        this.database = database;
    }

    /// Locked until the transaction ends.
    Map<AuthorityCode, Passage> of(MessageId id, AuthorityCode owner) {
        Map<AuthorityCode, Passage> passages = new LinkedHashMap<>();
        database.sql("select recipient, state from passages where message_id = ? and authority = ?"
                        + " order by recipient for update")
                .params(id.value(), owner.toString())
                .query((row, n) -> passages.put(
                        AuthorityCode.parse(row.getString("recipient")), Passage.valueOf(row.getString("state"))))
                .list();
        return passages;
    }

    void move(MessageId id, AuthorityCode owner, AuthorityCode recipient, Passage to, Evidence because, Instant now) {
        database.sql("update passages set state = ?, since = ?, reason = null, details = null"
                        + " where message_id = ? and authority = ? and recipient = ?")
                .params(to.name(), Rows.time(now), id.value(), owner.toString(), recipient.toString())
                .update();
        explain(database, id, owner, recipient, because);
    }

    static void explain(
            JdbcClient database, MessageId id, AuthorityCode owner, AuthorityCode recipient, Evidence evidence) {
        List<EventReason> reasons = evidence.reasons();
        if (reasons.isEmpty()) return;
        database.sql("update passages set reason = ?, details = ?"
                        + " where message_id = ? and authority = ? and recipient = ?")
                .params(
                        reasons.getFirst().reason().name(),
                        reasons.getFirst().details(),
                        id.value(),
                        owner.toString(),
                        recipient.toString())
                .update();
    }
}
