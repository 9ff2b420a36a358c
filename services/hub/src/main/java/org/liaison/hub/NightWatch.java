package org.liaison.hub;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.console.alert.Survey;
import org.liaison.console.alert.Survey.View;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at everything again and again, once a minute where nothing else is set, and hands it to the watchman.
final class NightWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
    private static final int PERCENT = 100;
    private static final LogBook.Standing NOTHING_SEEN =
            new LogBook.Standing("", 0, "", Optional.empty(), Optional.empty(), List.of(), List.of());

    private final Views views;
    private final Watchman watchman;
    private final SnapshotArchive archive;
    private final DataSource database;
    private final Path folder;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-night-watch").daemon().factory());
    /// Channels may take long. One telling waits at most: it tells of everything that is open by then.
    private final ExecutorService teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("hub-alerts").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private long lastNanos;
    private Instant lastWall = Instant.EPOCH;

    private NightWatch(
            Views views,
            Watchman watchman,
            SnapshotArchive archive,
            DataSource database,
            Path folder,
            InstantSource clock) {
        this.views = views;
        this.watchman = watchman;
        this.archive = archive;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// A round catches what goes wrong in it, so its future has nothing to tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    static NightWatch begin(
            Views views,
            Watchman watchman,
            SnapshotArchive archive,
            DataSource database,
            Path folder,
            Duration every,
            InstantSource clock) {
        NightWatch watch = new NightWatch(views, watchman, archive, database, folder, clock);
        watch.keep();
        watch.executor.scheduleWithFixedDelay(watch::keep, 1, 1, TimeUnit.SECONDS);
        watch.executor.scheduleWithFixedDelay(watch::round, 0, every.toSeconds(), TimeUnit.SECONDS);
        return watch;
    }

    /// While the database is away nothing can be written down, so nobody is told: readiness is down, and
    /// says why. Whatever a round ends with, the next one comes: an executor forgets what once threw.
    private void round() {
        try {
            watchman.round(look());
            teller.execute(this::tell);
        } catch (Throwable e) {
            LOG.warn("The rules for alerts could not be asked, and will be again: {}", e.toString());
        }
    }

    private void keep() {
        try {
            archive.keep();
        } catch (Throwable e) {
            LOG.warn("Directory and rulebook in force could not be kept, and will be: {}", e.toString());
        }
    }

    private void tell() {
        try {
            watchman.tell(clock.instant());
        } catch (Throwable e) {
            LOG.warn("Nobody could be told of what the rules found, and will be: {}", e.toString());
        }
    }

    Survey look() {
        return look(views);
    }

    /// Each view by itself: one that fails silences the rules about it and no other.
    Survey look(Views views) {
        Instant now = clock.instant();
        Looks looks = new Looks();
        return new Survey(
                now,
                looks.at(View.TRAFFIC, views.traffic()::now, new Traffic.Picture(now, true, 0, List.of())),
                looks.at(View.MAILBOXES, views.mailboxes()::all, new Mailboxes.Reading.Read(now, List.of())),
                looks.at(View.QUARANTINE, views.quarantine()::all, new Quarantine.Reading.Read(List.of())),
                looks.at(View.ROUTES, views.routes()::all, List.of()),
                looks.at(View.CERTIFICATES, views.certificates()::all, List.of()),
                looks.at(View.SNAPSHOTS, views.snapshots()::all, List.of()),
                looks.at(View.LOG, views.log()::standing, NOTHING_SEEN),
                looks.at(View.LOG, views.log()::examination, Optional.empty()),
                folder.toString(),
                looks.at(View.DISK, this::diskFree, PERCENT),
                looks.at(View.CLOCK, this::clockOff, Optional.empty()),
                looks.at(View.GATEWAYS, views.gateways()::all, List.of()),
                looks.unseen);
    }

    /// What failed when it was asked.
    private static final class Looks {

        private final Set<View> unseen = EnumSet.noneOf(View.class);

        <T> T at(View view, Callable<T> question, T nothing) {
            try {
                return question.call();
            } catch (Throwable e) {
                unseen.add(view);
                LOG.warn("The rules about {} could not be asked, and will be again: {}", view, e.toString());
                return nothing;
            }
        }
    }

    private int diskFree() throws IOException {
        FileStore store = Files.getFileStore(folder);
        return (int) (store.getUsableSpace() * PERCENT / Math.max(1, store.getTotalSpace()));
    }

    /// By how much the clock jumped since the last round, or differs from the database server's: whichever
    /// is more.
    private Optional<Duration> clockOff() throws SQLException {
        long nanos = System.nanoTime();
        Instant wall = clock.instant();
        Duration jump = lastWall.equals(Instant.EPOCH)
                ? Duration.ZERO
                : Duration.between(lastWall, wall).minusNanos(nanos - lastNanos).abs();
        lastNanos = nanos;
        lastWall = wall;
        Duration differs = difference();
        return Optional.of(jump.compareTo(differs) > 0 ? jump : differs);
    }

    private Duration difference() throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select clock_timestamp()");
                var row = question.executeQuery()) {
            row.next();
            return Duration.between(clock.instant(), row.getTimestamp(1).toInstant())
                    .abs();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        teller.shutdownNow();
    }
}
