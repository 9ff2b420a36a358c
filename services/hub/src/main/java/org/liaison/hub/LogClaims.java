package org.liaison.hub;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.liaison.auditlog.check.Contradiction;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.console.port.LogBook;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import org.liaison.message.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// What gateways say they saw of a changed log: the last that each said, and whether it proves
/// it. A proof is kept for good; whoever cries wolf is shown as one who says so without proof,
/// for as long as it does, and fills one row.
final class LogClaims {

    private static final Logger LOG = LoggerFactory.getLogger(LogClaims.class);

    /// Who says something else with every report is written down no oftener than this.
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DataSource database;
    private final LogKeys keys;
    private final InstantSource clock;
    private final Map<String, Known> known = new TreeMap<>();

    /// `said`: in the gateway's last report, too.
    private record Known(ChangedLog claim, Instant heard, boolean proven, boolean said) {

        Known said(boolean now) {
            return new Known(claim, heard, proven, now);
        }
    }

    LogClaims(DataSource database, LogKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        read();
    }

    /// Durable on return, if it is something new. Throws where it cannot be kept now; gateways say
    /// it again with every report.
    synchronized void take(Report report) {
        String gateway = report.gateway().value();
        Known before = known.get(gateway);
        Optional<ChangedLog> claim = report.changedLog();
        if (claim.isEmpty()) {
            if (before != null) known.put(gateway, before.said(false));
            return;
        }
        Instant now = clock.instant();
        if (before != null && (before.claim().equals(claim.get()) || before.proven() || isSoon(before, now))) {
            known.put(gateway, before.said(true));
            return;
        }
        boolean proven = Contradiction.of(claim.get(), keys) instanceof Contradiction.Proven;
        Known heard = new Known(claim.get(), now, proven, true);
        keep(gateway, heard);
        known.put(gateway, heard);
        if (before == null || proven)
            LOG.error(
                    "SECURITY INCIDENT: {} says that it was shown a changed audit log, {}: see log-changed in the runbook",
                    gateway,
                    proven ? "and the two checkpoints prove it" : "without proof");
    }

    private static boolean isSoon(Known before, Instant now) {
        return before.said() && now.isBefore(before.heard().plus(PAUSE));
    }

    synchronized List<LogBook.Claim> all() {
        return known.entrySet().stream()
                .map(one -> new LogBook.Claim(
                        one.getKey(),
                        one.getValue().claim().since(),
                        one.getValue().heard(),
                        one.getValue().proven(),
                        one.getValue().said(),
                        one.getValue().claim().held(),
                        one.getValue().claim().shown()))
                .toList();
    }

    /// The proofs, for everybody: whoever has the log's public keys can examine them.
    synchronized Map<String, ChangedLog> proofs() {
        Map<String, ChangedLog> proofs = new TreeMap<>();
        known.forEach((gateway, one) -> {
            if (one.proven()) proofs.put(gateway, one.claim());
        });
        return proofs;
    }

    private void keep(String gateway, Known heard) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        heard.claim().write(json);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into hub_log_claims (gateway, heard, proven, claim) values (?, ?, ?, ?) on conflict"
                                + " (gateway) do update set heard = excluded.heard, proven = excluded.proven,"
                                + " claim = excluded.claim")) {
            insert.setString(1, gateway);
            insert.setTimestamp(2, Timestamp.from(heard.heard()));
            insert.setBoolean(3, heard.proven());
            insert.setString(4, StrictJson.write(json).utf8());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CountsUnreadable("It cannot be kept which gateway saw a changed log.", e);
        }
    }

    /// A proof is examined again: by now the log may have other keys, and what concerns the old
    /// ones proves nothing against these.
    private void read() {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select gateway, heard, claim from hub_log_claims");
                var rows = question.executeQuery()) {
            while (rows.next()) {
                String gateway = rows.getString(1);
                Instant heard = rows.getTimestamp(2).toInstant();
                if (StrictJson.read(Bytes.ofUtf8(rows.getString(3)), "a claim", ChangedLog::of)
                        instanceof Reading.Clear<ChangedLog>(ChangedLog claim))
                    known.put(
                            gateway,
                            new Known(
                                    claim,
                                    heard,
                                    Contradiction.of(claim, keys) instanceof Contradiction.Proven,
                                    false));
            }
        } catch (SQLException e) {
            throw new CountsUnreadable("It cannot be read which gateways saw a changed log.", e);
        }
    }
}
