package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Proofs.Proven;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The signed heads of the audit log that this gateway has seen and verified. A hub that shows one
/// history to us and
/// another to somebody else, or two to us, leaves its own signature on the proof.
final class Checkpoints {

    private final JdbcClient database;
    private final SetAsideInPostgres setAside;
    private final ChangedLogs changed;

    Checkpoints(JdbcClient database, SetAsideInPostgres setAside, ChangedLogs changed) {
        this.database = database;
        this.setAside = setAside;
        this.changed = changed;
    }

    record Seen(String origin, long size, Digest root, Bytes note) {}

    void note(List<Proven> proven, Instant now) {
        Set<Long> noted = new HashSet<>();
        for (Proven one : proven) {
            Proof.Recorded position = one.position();
            if (noted.add(position.treeSize()))
                note(position.treeSize(), position.root(), one.receipt().proof().checkpoint(), now);
        }
    }

    void note(long size, Digest root, Bytes note, Instant now) {
        String origin = note.utf8().lines().findFirst().orElse("");
        int added = database.sql("insert into checkpoints (origin, size, root, note, seen_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(origin, size, root.value().toArray(), note.toArray(), Rows.time(now))
                .update();
        if (added == 1) return;
        Seen known = database.sql("select origin, size, root, note from checkpoints where origin = ? and size = ?")
                .params(origin, size)
                .query((row, n) -> seen(row))
                .single();
        if (known.root().equals(root)) return;
        setAside.keep(
                new Arrival("log", Optional.empty(), note),
                Optional.empty(),
                "security incident: the audit log has forked, it shows two different roots at size " + size);
        changed.saw(known.note(), note, List.of(), now);
    }

    Optional<Seen> newest() {
        return database.sql("select origin, size, root, note from checkpoints order by size desc limit 1")
                .query((row, n) -> seen(row))
                .optional();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getString("origin"),
                row.getLong("size"),
                new Digest(Rows.bytes(row, "root")),
                Rows.bytes(row, "note"));
    }
}
