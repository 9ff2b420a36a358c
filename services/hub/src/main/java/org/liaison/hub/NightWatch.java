package org.liaison.hub;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.console.alert.Survey;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at everything again and again, once a minute where nothing else is set, and hands it to the watchman.
final class NightWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
    private static final int PERCENT = 100;

    private final Views views;
    private final Watchman watchman;
    private final SnapshotArchive archive;
    private final DataSource database;
    private final Path folder;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-night-watch").daemon().factory());
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
        watch.executor.scheduleWithFixedDelay(watch::round, 1, every.toSeconds(), TimeUnit.SECONDS);
        return watch;
    }

    /// While the database is away nothing can be written down, so nobody is told: readiness is down, and
    /// says why.
    private void round() {
        try {
            archive.keep();
            watchman.round(look());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("The rules for alerts could not be asked, and will be again: {}", e.toString());
        }
    }

    Survey look() throws IOException, SQLException {
        FileStore store = Files.getFileStore(folder);
        long total = Math.max(1, store.getTotalSpace());
        return new Survey(
                clock.instant(),
                views.traffic().now(),
                views.mailboxes().all(),
                views.quarantine().all(),
                views.routes().all(),
                views.certificates().all(),
                views.snapshots().all(),
                views.log().standing(),
                views.log().examination(),
                folder.toString(),
                (int) (store.getUsableSpace() * PERCENT / total),
                clockOff(),
                views.gateways().all());
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
    }
}
