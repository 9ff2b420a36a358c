package org.liaison.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.message.Priority;
import org.liaison.message.report.Report.LaneState;
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

    /// What waits in each lane, and for how long the hub has left the oldest unanswered.
    List<LaneState> lanes(Instant now) {
        Map<Priority, LaneState> found = database
                .sql("select o.urgent, count(*) as depth, min(m.created) filter (where exists (select from passages p"
                        + " where p.message_id = o.message_id and p.authority = o.authority and p.state = 'QUEUED'))"
                        + " as oldest from outbox o join messages m using (message_id, authority)"
                        + " where o.statement is null group by o.urgent")
                .query((row, n) -> new LaneState(
                        row.getBoolean("urgent") ? Priority.URGENT : Priority.ROUTINE,
                        row.getLong("depth"),
                        Rows.optionalInstant(row, "oldest").map(oldest -> age(oldest, now))))
                .list()
                .stream()
                .collect(Collectors.toMap(LaneState::lane, Function.identity()));
        return Stream.of(Priority.URGENT, Priority.ROUTINE)
                .map(lane -> found.getOrDefault(lane, new LaneState(lane, 0, Optional.empty())))
                .toList();
    }

    private static long age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
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
