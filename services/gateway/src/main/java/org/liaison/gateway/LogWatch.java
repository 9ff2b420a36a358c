package org.liaison.gateway;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liaison.auditlog.check.Consistency;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Wire;

/// Asks the published log whether it still stands by what it proved to us: the newest checkpoint must
/// have grown out of
/// each one that our receipts were made under. The proof is computed here from tiles; the hub only supplies hashes.
final class LogWatch {

    private static final String CHECK = "LOG_CONSISTENCY";

    private final PublishedLog log;
    private final LogExaminer examiner;
    private final Checkpoints checkpoints;
    private final Clock clock;

    LogWatch(PublishedLog log, LogExaminer examiner, Checkpoints checkpoints, Clock clock) {
        this.log = log;
        this.examiner = examiner;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /// Absent where there is no receipt to hold against the log.
    Optional<Views.Check> consistency(List<Wire.Receipt> receipts) {
        if (receipts.isEmpty()) return Optional.empty();
        if (!log.isKnown())
            return Optional.of(notChecked("this gateway is not told where the log is published (gateway.hub.log-url)"));
        TreeMap<Long, Bytes> older = new TreeMap<>();
        for (Wire.Receipt receipt : receipts)
            older.put(receipt.proof().treeSize(), receipt.proof().checkpoint());
        try {
            return Optional.of(compare(older, log.checkpoint()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(notChecked("the published log cannot be read now"));
        }
    }

    private Views.Check compare(Map<Long, Bytes> older, Bytes newest) throws IOException {
        String[] lines = newest.utf8().split("\n", 4);
        if (lines.length < 4) throw new IllegalArgumentException("not a checkpoint");
        long size = Long.parseLong(lines[1]);
        PublishedLog.Tree tree = log.tree(size);
        for (Map.Entry<Long, Bytes> one : older.entrySet()) {
            List<Digest> path = tree.pathFrom(one.getKey());
            if (examiner.consistent(one.getValue(), newest, path) instanceof Consistency.Inconsistent(var why))
                return new Views.Check(CHECK, "checkpoint " + one.getKey(), "FAILED", why.sentence());
        }
        checkpoints.note(size, new Digest(Bytes.ofBase64(lines[2])), newest, clock.instant());
        return new Views.Check(
                CHECK,
                "checkpoints " + older.keySet(),
                "PASSED",
                "the log's newest checkpoint, of " + size + " entries, grew out of them");
    }

    private static Views.Check notChecked(String why) {
        return new Views.Check(CHECK, "log", "NOT_CHECKED", why);
    }
}
