package org.liaison.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Traffic;
import org.liaison.hub.Tally.Cell;
import org.liaison.hub.UnderWay.Waiting;
import org.liaison.message.Priority;
import org.liaison.routes.hub.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what goes through the hub. Post only lays what was recorded into a queue; one thread of its own
/// counts, and writes the counts away every few seconds in one transaction.
///
/// A start first reads the log again: 30 days for what still waits, and the minutes since the last that was
/// written away for the counts. So a hub that was killed counts nothing twice and loses nothing.
final class TrafficDesk implements Traffic, Sighting.Onlooker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficDesk.class);
    private static final int BATCHES = 20_000;
    private static final Duration WRITES = Duration.ofSeconds(5);
    private static final Duration TIDIES = Duration.ofHours(1);
    /// How late the counting of something may come and still get into its hour.
    private static final Duration LATE = Duration.ofHours(3);
    /// Minutes that may not have been whole when they were written away last.
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final TrafficTable table;
    private final BacklogTable backlog;
    private final LogReplay replay;
    private final long begin;
    private final Witnesses witnesses;
    private final InstantSource clock;
    private final BlockingQueue<List<Sighting>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final AtomicLong missed = new AtomicLong();
    private final Tally tally = new Tally();
    private final UnderWay underWay = new UnderWay();
    private final Thread thread = Thread.ofPlatform().name("hub-traffic").unstarted(this::run);
    private volatile Map<UnderWay.Way, Waiting> waiting = Map.of();
    private volatile boolean complete;
    private volatile boolean stopped;
    private Instant written = Instant.EPOCH;
    private Instant tidied = Instant.EPOCH;
    private Instant looked = Instant.EPOCH;

    /// Those who see what is counted as it is: the live tail, and the meters.
    interface Witnesses {
        void saw(Sighting sighting, List<Movement> movements);
    }

    /// Where what was counted is kept.
    record Tables(TrafficTable traffic, BacklogTable backlog) {}

    /// `begin`: the size of the log before the first post of this start; what is below is read from the log.
    TrafficDesk(Tables tables, LogReplay replay, long begin, Witnesses witnesses, InstantSource clock) {
        this.table = tables.traffic();
        this.backlog = tables.backlog();
        this.replay = replay;
        this.begin = begin;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    TrafficDesk start() {
        thread.start();
        return this;
    }

    /// On the way of post: never waits.
    @Override
    public void saw(List<Sighting> sightings) {
        if (!queue.offer(sightings)) missed.addAndGet(sightings.size());
    }

    private void run() {
        while (!stopped && !complete) {
            try {
                catchUp();
            } catch (SQLException | RuntimeException e) {
                LOG.warn("What waits is not known yet, the log cannot be read: {}", e.toString());
                rest();
            }
        }
        while (!stopped) {
            try {
                List<Sighting> next = queue.poll(1, TimeUnit.SECONDS);
                for (; next != null; next = queue.poll()) next.forEach(this::count);
                lookAround();
            } catch (InterruptedException _) {
                break;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("The counts could not be written away, and will be: {}", e.toString());
                rest();
            }
        }
        leave();
    }

    private void catchUp() throws SQLException {
        Instant now = clock.instant();
        Instant from = now.minus(TrafficTable.KEPT);
        Instant countFrom = table.lastMinute()
                .map(last -> last.minus(AGAIN))
                .filter(from::isBefore)
                .orElse(Tally.minute(from));
        Tally again = new Tally();
        UnderWay before = new UnderWay();
        replay.read(from, begin, countFrom, before, again::add, () -> stopped);
        if (stopped) return;
        table.replace(countFrom, again.counted());
        table.rollUp(countFrom);
        before.expire(now);
        underWay.takeOver(before);
        waiting = underWay.waiting();
        complete = true;
    }

    private void count(Sighting sighting) {
        List<Movement> movements = Movement.of(sighting);
        movements.forEach(tally::add);
        movements.forEach(underWay::follow);
        witnesses.saw(sighting, movements);
    }

    private void lookAround() throws SQLException {
        Instant now = clock.instant();
        underWay.expire(now);
        waiting = underWay.waiting();
        if (!Tally.minute(now).equals(looked)) {
            backlog.keep(Tally.minute(now), waiting);
            looked = Tally.minute(now);
        }
        if (written.plus(WRITES).isAfter(now)) return;
        write();
        written = now;
        if (tidied.plus(TIDIES).isAfter(now)) return;
        table.rollUp(now.minus(LATE));
        table.dropBefore(now.minus(TrafficTable.KEPT));
        backlog.tidy(now);
        tidied = now;
    }

    private void write() throws SQLException {
        if (tally.isEmpty()) return;
        table.add(tally.counted());
        tally.forget();
    }

    private void leave() {
        try {
            for (List<Sighting> rest = queue.poll(); complete && rest != null; rest = queue.poll())
                rest.forEach(this::count);
            if (complete) write();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The last counts are made again from the log at the next start: {}", e.toString());
        }
    }

    private void rest() {
        try {
            Thread.sleep(WRITES);
        } catch (InterruptedException _) {
            stopped = true;
        }
    }

    @Override
    public Picture now() {
        Instant now = clock.instant();
        Map<UnderWay.Way, Waiting> waits = waiting;
        Map<UnderWay.Way, Figures> hour = new HashMap<>();
        sums(now.minus(Duration.ofHours(1)), Duration.ofHours(1), Optional.empty(), Optional.empty())
                .forEach((cell, figures) ->
                        hour.merge(new UnderWay.Way(cell.corridor(), cell.lane()), figures, Figures::plus));
        Set<UnderWay.Way> all =
                new TreeSet<>(Comparator.comparing(UnderWay.Way::corridor).thenComparing(UnderWay.Way::lane));
        all.addAll(waits.keySet());
        all.addAll(hour.keySet());
        List<Way> ways = new ArrayList<>();
        for (UnderWay.Way way : all) {
            Waiting here = waits.getOrDefault(way, new Waiting(0, Optional.empty()));
            ways.add(new Way(
                    way.corridor(),
                    way.lane(),
                    here.messages(),
                    here.oldest(),
                    hour.getOrDefault(way, Figures.none())));
        }
        return new Picture(now, complete, missed.get(), ways);
    }

    /// Without asking the database: for the metrics server.
    long inFlight(Priority lane) {
        return waiting.entrySet().stream()
                .filter(way -> way.getKey().lane() == lane)
                .mapToLong(way -> way.getValue().messages())
                .sum();
    }

    /// Likewise; nought when nothing waits.
    double oldestSeconds(Priority lane) {
        return waiting.entrySet().stream()
                .filter(way -> way.getKey().lane() == lane)
                .flatMap(way -> way.getValue().oldest().stream())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }

    /// Steps end at the next full step, so that the same question within a step has the same steps.
    @Override
    public Series series(Span span, Optional<Corridor> corridor, Optional<Priority> lane) {
        long step = span.step().toSeconds();
        long end = (clock.instant().getEpochSecond() / step + 1) * step;
        int steps = (int) (span.length().toSeconds() / step);
        Instant from = Instant.ofEpochSecond(end - steps * step);
        List<Figures> figures = new ArrayList<>(Collections.nCopies(steps, Figures.none()));
        sums(from, span.step(), corridor, lane).forEach((cell, sum) -> {
            int at = (int) ((cell.minute().getEpochSecond() - from.getEpochSecond()) / step);
            if (at >= 0 && at < steps) figures.set(at, figures.get(at).plus(sum));
        });
        Map<Instant, Long> most = backlog(from, span.step(), corridor, lane);
        List<Optional<Long>> waited = new ArrayList<>();
        for (int at = 0; at < steps; at++) waited.add(Optional.ofNullable(most.get(from.plusSeconds(at * step))));
        return new Series(span, from, figures, waited);
    }

    private Map<Instant, Long> backlog(
            Instant from, Duration step, Optional<Corridor> corridor, Optional<Priority> lane) {
        try {
            return backlog.most(from, step, corridor, lane);
        } catch (SQLException e) {
            throw new CountsUnreadable("The backlog cannot be read.", e);
        }
    }

    private Map<Cell, Figures> sums(Instant from, Duration step, Optional<Corridor> corridor, Optional<Priority> lane) {
        try {
            return table.sums(from, step, corridor, lane);
        } catch (SQLException e) {
            throw new CountsUnreadable("The counts cannot be read.", e);
        }
    }

    /// What was counted is written away first.
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(Duration.ofSeconds(10));
            if (thread.isAlive()) thread.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
