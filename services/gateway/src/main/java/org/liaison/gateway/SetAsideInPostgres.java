package org.liaison.gateway;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the operator has to look at. The frame is kept whole: sealed content in it stays sealed.
final class SetAsideInPostgres implements SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAsideInPostgres.class);

    private final JdbcClient database;
    private final Clock clock;

    SetAsideInPostgres(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void keep(Arrival arrival, Optional<MessageId> messageId, String cause) {
        String same = arrival.mailbox() + " " + arrival.frame().sha256() + " " + cause;
        int added = database.sql("insert into set_aside (id, arrived_at, mailbox, message_id, cause, frame)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .param(UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)))
                .param(Timestamp.from(clock.instant()))
                .param(arrival.mailbox())
                .param(messageId.map(MessageId::value).orElse(null))
                .param(cause)
                .param(arrival.frame().toArray())
                .update();
        if (added == 1) LOG.error("set aside from {}: {}", arrival.mailbox(), cause);
    }
}
