package org.liaison.gateway;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database says about how things are.
final class Counts {

    private final JdbcClient database;
    private final Checkpoints checkpoints;

    Counts(JdbcClient database, Checkpoints checkpoints) {
        this.database = database;
        this.checkpoints = checkpoints;
    }

    Views.OutboxView outbox() {
        return database.sql("select count(*) as waiting, count(*) filter (where overdue) as overdue,"
                        + " min(m.created) as oldest from outbox o join messages m using (message_id, authority)"
                        + " where o.statement is null")
                .query((row, n) -> new Views.OutboxView(
                        row.getLong("waiting"), row.getLong("overdue"), Rows.optionalInstant(row, "oldest")))
                .single();
    }

    long setAside() {
        return database.sql("select count(*) from set_aside").query(Long.class).single();
    }

    /// Arrivals that no honest, working hub sends.
    long incidents() {
        return database.sql("select count(*) from set_aside where cause like 'security incident%'")
                .query(Long.class)
                .single();
    }

    long refusals() {
        return database.sql("select count(*) from refusals").query(Long.class).single();
    }

    Optional<Views.LogView> log() {
        return checkpoints
                .newest()
                .map(seen -> new Views.LogView(
                        seen.origin(), seen.size(), seen.root().toHex()));
    }
}
