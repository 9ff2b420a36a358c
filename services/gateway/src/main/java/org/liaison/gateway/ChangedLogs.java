package org.liaison.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.auditlog.check.Contradiction;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// That this gateway saw a changed log: what it tells the hub's operators with every report. The
/// first proof is kept for good, for a log that has two histories never mends. What could not be
/// proved is said for as long as it is seen.
final class ChangedLogs {

    private final JdbcClient database;
    private final LogKeys keys;
    private volatile Optional<ChangedLog> proven;
    private volatile Optional<ChangedLog> seen = Optional.empty();

    ChangedLogs(JdbcClient database, LogKeys keys) {
        this.database = database;
        this.keys = keys;
        this.proven = database.sql("select claim from log_changed where origin = ?")
                .param(keys.origin())
                .query(String.class)
                .optional()
                .flatMap(ChangedLogs::read);
    }

    /// Durable on return if it is a proof.
    void saw(Bytes held, Bytes shown, List<Digest> beginning, Instant now) {
        if (proven.isPresent()) return;
        ChangedLog claim = new ChangedLog(now, bare(held), bare(shown), beginning);
        if (isProof(claim)) {
            database.sql("insert into log_changed (origin, since, claim) values (?, ?, ?) on conflict do nothing")
                    .params(keys.origin(), Rows.time(now), write(claim))
                    .update();
            proven = Optional.of(claim);
        } else if (seen.filter(before -> isSame(before, claim)).isEmpty()) seen = Optional.of(claim);
    }

    /// Whoever shows it: it needs nobody's word.
    boolean isProof(ChangedLog claim) {
        return Contradiction.of(claim, keys) instanceof Contradiction.Proven;
    }

    /// The log stands by everything again, as far as this gateway can see.
    void standsAgain() {
        seen = Optional.empty();
    }

    /// Asks no database, which may be away.
    Optional<ChangedLog> current() {
        return proven.isPresent() ? proven : seen;
    }

    private static boolean isSame(ChangedLog one, ChangedLog other) {
        return one.held().equals(other.held()) && one.shown().equals(other.shown());
    }

    /// The note with the log's own lines only: witnesses' lines prove nothing against the log,
    /// and many would not fit a report. What is longer all the same is cut: nobody can keep us
    /// from telling by writing too much.
    private static String bare(Bytes note) {
        String whole = note.utf8();
        int split = whole.lastIndexOf("\n\n") + 1;
        String ofLog = "\u2014 " + whole.substring(0, whole.indexOf('\n')) + " ";
        String bare = whole.substring(0, split) + "\n"
                + whole.substring(split + 1)
                        .lines()
                        .filter(line -> line.startsWith(ofLog))
                        .collect(Collectors.joining("\n", "", "\n"));
        return bare.substring(0, Math.min(bare.length(), ChangedLog.LONGEST_NOTE));
    }

    private static String write(ChangedLog claim) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        claim.write(json);
        return StrictJson.write(json).utf8();
    }

    private static Optional<ChangedLog> read(String claim) {
        return StrictJson.read(Bytes.ofUtf8(claim), "the changed log", ChangedLog::of)
                        instanceof Reading.Clear<ChangedLog>(ChangedLog read)
                ? Optional.of(read)
                : Optional.empty();
    }
}
