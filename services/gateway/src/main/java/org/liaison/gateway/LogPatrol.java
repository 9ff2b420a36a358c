package org.liaison.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.auditlog.tree.ConsistencyCheck;
import org.liaison.auditlog.witness.Head;
import org.liaison.auditlog.witness.Sighting;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.report.ChangedLog;
import org.liaison.routes.gateway.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks at the published audit log again and again: whether it only grew, and who else says so.
/// Where this gateway is a witness it cosigns what only grew, after noting it.
///
/// A log that was changed or went back is a security incident. It is never cosigned; both
/// checkpoints, each with the log's signatures, are set aside for the operator, and the hub is
/// told.
final class LogPatrol implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogPatrol.class);
    private static final String CHANGED = "The audit log was changed or went back.";
    private static final String INCIDENT = "security incident: the audit log was changed or went back; keep both"
            + " checkpoints, and call the operators of the other gateways by telephone";

    private static final String TWO_HISTORIES =
            "The audit log has two histories: its own signatures on two checkpoints prove it.";
    private static final String FORKED = "security incident: the audit log has two histories, as two checkpoints prove"
            + " by its own signatures; keep both, and call the operators of the other gateways by telephone";

    private final PublishedLog log;
    private final Watch watch;
    private final SetAsideInPostgres setAside;
    private final Clock clock;
    private final Duration every;
    private volatile Standing standing = new Standing(Optional.empty(), false, false, Optional.empty());
    private volatile Optional<Bytes> cosigned = Optional.empty();
    private @Nullable Head told;
    private @Nullable Thread thread;

    /// With what it looks. Without a key this gateway looks and does not cosign.
    record Watch(
            Witness witness,
            Optional<WitnessKey> key,
            WitnessExaminer examiner,
            Witnesses witnesses,
            ChangedLogs changed,
            LogDoubts doubts) {}

    /// What the last look found: whether it could look and the log stands by everything, and
    /// what is to be said.
    record Standing(Optional<Instant> lookedAt, boolean good, boolean incident, Optional<String> trouble) {}

    LogPatrol(PublishedLog log, Watch watch, SetAsideInPostgres setAside, Clock clock, Duration every) {
        this.log = log;
        this.watch = watch;
        this.setAside = setAside;
        this.clock = clock;
        this.every = every;
        watch.changed().current().ifPresent(known -> watch.doubts().changed(known.since()));
    }

    Standing standing() {
        return standing;
    }

    /// The newest checkpoint that we cosigned: what the hub is to be given. Asks no database,
    /// which may be away.
    Optional<Bytes> cosigned() {
        return cosigned;
    }

    /// One look. The cosigned checkpoints are asked for first, so that the tree seen next is as
    /// large as any of them.
    void look() {
        Instant now = clock.instant();
        try {
            List<Bytes> byOthers = log.cosigned();
            standing = switch (watch.witness().look(asPublished(), now)) {
                case Sighting.Good(Head head) -> others(byOthers, head, now);
                case Sighting.Unread(var why) ->
                    troubled(now, "The published checkpoint is not good. " + why.sentence());
                case Sighting.Rewritten(Head older, Head newer, var why, var beginning) ->
                    changed(older, newer, why, beginning, now);
            };
            if (standing.good()) cosign(now);
        } catch (IOException e) {
            standing = troubled(now, "The published log cannot be read now.");
        }
    }

    /// Our own line counts here at once, whatever the hub makes of it.
    private void cosign(Instant now) {
        Optional<Bytes> note = watch.key().flatMap(key -> watch.witness().cosign(key, now));
        if (note.equals(cosigned)) return;
        note.ifPresent(own -> {
            if (watch.examiner().examine(own, now) instanceof Witnessing.Cosigned read)
                watch.witnesses().note(read, own);
        });
        cosigned = note;
    }

    private Standing troubled(Instant now, String trouble) {
        if (!standing.trouble().equals(Optional.of(trouble))) LOG.warn("{} Trying again.", trouble);
        return new Standing(Optional.of(now), false, standing.incident(), Optional.of(trouble));
    }

    /// Said once for each checkpoint that the log does not stand by; another look would only say
    /// it again.
    private Standing changed(Head older, Head newer, ConsistencyCheck.Why why, List<Digest> beginning, Instant now) {
        watch.changed().saw(older.note(), newer.note(), beginning, now);
        if (!older.equals(told))
            setAside.keep(
                    new Arrival(
                            "log",
                            Optional.empty(),
                            Bytes.ofUtf8(
                                    older.note().utf8() + "\n" + newer.note().utf8())),
                    Optional.empty(),
                    INCIDENT + " (" + older.size() + " entries, then " + newer.size() + "; " + why + ")");
        told = older;
        watch.doubts().changed(now);
        return new Standing(Optional.of(now), false, true, Optional.of(CHANGED));
    }

    /// Takes in what witnesses cosigned, once it is found to belong to the same log. A
    /// checkpoint that the log signed and does not stand by is an incident, whoever cosigned it.
    private Standing others(List<Bytes> notes, Head head, Instant now) throws IOException {
        PublishedLog.Tree tree = log.tree(head.size());
        Optional<String> trouble = Optional.empty();
        for (Bytes note : notes) {
            switch (watch.examiner().examine(note, now)) {
                case Witnessing.Unsound(var why) ->
                    trouble = Optional.of("A cosigned checkpoint is not good. " + why.sentence());
                case Witnessing.Cosigned one when one.size() > head.size() -> {
                    // Cosigned since: the next look finds the log as large.
                }
                case Witnessing.Cosigned one -> {
                    ConsistencyCheck check = ConsistencyCheck.of(
                            one.size(), one.root(), head.size(), head.root(), tree.pathFrom(one.size()));
                    if (check instanceof ConsistencyCheck.NotGrown(var why)) {
                        Head cosignedOne = new Head(one.size(), one.root(), note);
                        return changed(cosignedOne, head, why, beginning(tree, one.size()), now);
                    }
                    watch.witnesses().note(one, note);
                }
            }
        }
        watch.changed().standsAgain();
        Optional<Standing> forked = forked(now);
        if (forked.isPresent()) watch.doubts().changed(now);
        else watch.doubts().good(head.size(), watch.witnesses().reach(), now);
        return forked.orElse(new Standing(Optional.of(now), true, false, trouble));
    }

    /// Whoever shows a changed log need not publish what proves it; it is told all the same.
    private static List<Digest> beginning(PublishedLog.Tree tree, long from) {
        try {
            return tree.beginningAt(from);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// A log that stands by all that we saw, and has two histories all the same: by our own proof
    /// of before, or by another gateway's. It is cosigned as we see it, and stays an incident.
    private Optional<Standing> forked(Instant now) {
        boolean known = watch.changed().current().isPresent();
        Optional<ChangedLog> byOthers = known
                ? Optional.empty()
                : log.disputes().stream().filter(watch.changed()::isProof).findFirst();
        byOthers.ifPresent(one -> setAside.keep(
                new Arrival("log", Optional.empty(), Bytes.ofUtf8(one.held() + "\n" + one.shown())),
                Optional.empty(),
                FORKED));
        return known || byOthers.isPresent()
                ? Optional.of(new Standing(Optional.of(now), true, true, Optional.of(TWO_HISTORIES)))
                : Optional.empty();
    }

    private Witness.Published asPublished() {
        return new Witness.Published() {
            private PublishedLog.@Nullable Tree tree;

            @Override
            public Bytes checkpoint() throws IOException {
                tree = null;
                return log.checkpoint();
            }

            @Override
            public List<Digest> path(long from, long to) throws IOException {
                return tree(to).path(from, to);
            }

            @Override
            public List<Digest> beginning(long from, long to) throws IOException {
                return tree(to).beginningAt(from);
            }

            private PublishedLog.Tree tree(long size) {
                PublishedLog.Tree of = tree;
                if (of == null) tree = of = log.tree(size);
                return of;
            }
        };
    }

    @Override
    public void start() {
        if (!log.isKnown() || every.isZero()) return;
        Thread looking = Thread.ofPlatform().daemon().name("log-patrol").unstarted(this::run);
        thread = looking;
        looking.start();
    }

    private void run() {
        while (isRunning()) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.error("the audit log was not looked at: {}; trying again", Faults.describe(e));
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        Thread leaving = thread;
        thread = null;
        if (leaving == null) return;
        leaving.interrupt();
        try {
            leaving.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
