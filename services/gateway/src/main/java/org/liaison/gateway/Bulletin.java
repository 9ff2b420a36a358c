package org.liaison.gateway;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.report.ChangedLog;
import org.liaison.message.report.Echo;
import org.liaison.message.report.Report;
import org.liaison.message.report.Report.LaneState;
import org.liaison.tracing.routes.RouteCounts;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Writes how this gateway is: figures and states of machines, never a case, a message or a
/// person.
final class Bulletin {

    private static final int PERCENT = 100;
    private static final int LOW_PERCENT = 10;

    private final GatewaySettings settings;
    private final Sources sources;
    private final Instant certificateUntil;
    private final Sight sight;
    private final Clock clock;
    private final Instant startedAt;

    /// Where the figures come from.
    record Sources(CamelContext camel, RouteCounts routes, Counts counts, SnapshotsInFiles snapshots) {}

    /// What this gateway sees of the audit log: the newest checkpoint that it has cosigned, where
    /// it is a witness; and that the log was changed, where it was.
    record Sight(Supplier<Optional<Bytes>> cosigned, Supplier<Optional<ChangedLog>> changed) {}

    Bulletin(GatewaySettings settings, Sources sources, Instant certificateUntil, Sight sight, Clock clock) {
        this.settings = settings;
        this.sources = sources;
        this.certificateUntil = certificateUntil;
        this.sight = sight;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// May take as long as a database that does not answer.
    Report report() {
        Optional<List<LaneState>> outbox = outbox();
        Optional<ChangedLog> changed = sight.changed().get();
        return new Report(
                settings.gateway(),
                new Report.Program(version(), startedAt),
                clock.instant(),
                sources.routes().all(sources.camel()).stream()
                        .limit(Report.MOST_ROUTES)
                        .toList(),
                outbox.orElse(List.of()),
                mailboxes(),
                new Report.Machine(
                        outbox.isPresent() ? Report.Database.OK : Report.Database.AWAY, disk(), certificateUntil),
                new Report.InForce(
                        sources.snapshots().directory().number(),
                        sources.snapshots().rulebook().number()),
                checkpoint(changed),
                changed);
    }

    /// Left out where it would not fit beside what was changed: that must be heard.
    private Optional<String> checkpoint(Optional<ChangedLog> changed) {
        int room = Report.LONGEST_CHECKPOINT - changed.map(ChangedLog::length).orElse(0);
        return sight.cosigned().get().map(Bytes::utf8).filter(note -> note.length() <= room);
    }

    /// Needs nothing that could be away.
    Echo echo(UUID probe) {
        return new Echo(settings.gateway(), probe, version(), clock.instant());
    }

    /// Absent while the database is away.
    private Optional<List<LaneState>> outbox() {
        try {
            return Optional.of(sources.counts().lanes(clock.instant()));
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    private List<String> mailboxes() {
        List<String> mailboxes = new ArrayList<>(List.of("mailbox.gateway." + settings.code()));
        for (AuthorityCode authority : settings.seats()) mailboxes.add("mailbox." + authority);
        return mailboxes.subList(0, Math.min(mailboxes.size(), Report.MOST_MAILBOXES));
    }

    /// A disk that does not answer has no room.
    private Report.Disk disk() {
        try {
            FileStore store = Files.getFileStore(settings.data());
            return store.getUsableSpace() * PERCENT < store.getTotalSpace() * LOW_PERCENT
                    ? Report.Disk.LOW
                    : Report.Disk.OK;
        } catch (IOException e) {
            return Report.Disk.LOW;
        }
    }

    static String version() {
        String version = Bulletin.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
