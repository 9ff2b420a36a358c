package org.liaison.auditlog.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.check.Witnessing.Unsound;
import org.liaison.auditlog.check.Witnessing.Why;
import org.liaison.message.Bytes;

/// Tells which known witnesses cosigned a checkpoint, and when. Safe to use from many threads.
public final class WitnessExaminer {

    /// How far the clocks of two honest machines may be apart.
    public static final Duration SKEW = Duration.ofMinutes(5);

    private final LogKeys log;
    private final WitnessKeys witnesses;

    public WitnessExaminer(LogKeys log, WitnessKeys witnesses) {
        this.log = log;
        this.witnesses = witnesses;
    }

    public WitnessKeys witnesses() {
        return witnesses;
    }

    /// The log's own signatures first: what the log did not sign, nobody can have witnessed.
    /// Lines of unknown keys are ignored, and a line of a known key that does not verify spoils
    /// the whole note (C2SP signed-note).
    public Witnessing examine(Bytes note, Instant now) {
        Optional<SignedCheckpoint> read = SignedCheckpoint.read(note);
        if (read.isEmpty()) return new Unsound(Why.MALFORMED);
        SignedCheckpoint checkpoint = read.get();
        if (!checkpoint.origin().equals(log.origin())) return new Unsound(Why.ANOTHER_LOG);
        if (!checkpoint.isSignedBy(log)) return new Unsound(Why.NOT_SIGNED);
        List<Cosignature> by = new ArrayList<>();
        for (SignedCheckpoint.Line line : checkpoint.lines()) {
            for (VerifierKey key : witnesses.keys()) {
                if (!key.name().equals(line.name()) || !key.keyId().equals(line.keyId())) continue;
                if (!key.verifies(checkpoint, line.signature())) return new Unsound(Why.COSIGNATURE_SPOILT);
                // "verifiers MAY reject cosignatures with timestamps in the future" (C2SP tlog-cosignature)
                long seconds = line.signature().buffer().getLong();
                if (seconds > now.plus(SKEW).getEpochSecond()) return new Unsound(Why.TIME_AHEAD);
                by.add(new Cosignature(key.name(), Instant.ofEpochSecond(seconds), line.written()));
            }
        }
        return new Cosigned(checkpoint.text(), checkpoint.size(), checkpoint.root(), by);
    }
}
