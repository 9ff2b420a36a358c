package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.liaison.console.port.Deadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/// What is due between States, at the management port: the time that each slip gives for an answer, and
/// whether the recipient has written in that case since. Slips are all the hub sees: why something is due,
/// it cannot know.
///
/// The log is followed into a table, from the start on and again whenever somebody asks, so that nobody who asks reads
/// the log.
@WebEndpoint(id = "deadlines")
class DueTimes implements Deadlines, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueTimes.class);
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_LISTED = 200;
    private static final Duration EVERY = Duration.ofMinutes(1);
    /// Whoever asks while much is read sees what was read so far.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DueTable table;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-due-times").daemon().factory());

    DueTimes(DueTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// A round catches what goes wrong in it, so its future has nothing to tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    static DueTimes begin(DueTable table, InstantSource clock) {
        DueTimes times = new DueTimes(table, clock);
        times.executor.scheduleWithFixedDelay(times::round, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
        return times;
    }

    private void round() {
        try {
            catchUp();
        } catch (RuntimeException e) {
            LOG.warn("What is due could not be read from the log, and will be: {}", e.toString());
        }
    }

    private void catchUp() {
        try {
            if (!reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            table.catchUp(clock.instant().minus(Duration.ofDays(LONGEST_DAYS)));
        } finally {
            reading.unlock();
        }
    }

    /// Counts by corridor (who waits, then who must answer), and the missed ones, the longest missed first.
    @ReadOperation
    public Map<String, Object> deadlines(@Nullable Integer days) {
        Due due = of(days == null ? USUAL_DAYS : days);
        Map<String, Map<String, Long>> corridors = new TreeMap<>();
        due.corridors().forEach(count -> corridors.put(count.corridor(), json(count)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("days", due.days());
        answer.put("corridors", corridors);
        answer.put("missed", due.missed().stream().map(DueTimes::json).toList());
        return answer;
    }

    private static Map<String, Long> json(Count count) {
        Map<String, Long> json = new TreeMap<>(
                Map.of("open", count.open(), "inTime", count.inTime(), "late", count.late(), "missed", count.missed()));
        json.values().removeIf(many -> many == 0);
        return json;
    }

    private static Map<String, Object> json(Missed one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messageId", one.message());
        json.put("caseId", one.caseId());
        json.put("kind", one.kind());
        json.put("from", one.from());
        json.put("by", one.by());
        json.put("due", one.due().toString());
        return json;
    }

    @Override
    public Due of(int days) {
        catchUp();
        Instant now = clock.instant();
        int back = Math.clamp(days, 1, LONGEST_DAYS);
        Instant from = now.minus(Duration.ofDays(back));
        List<Missed> missed = table.missed(from, now, MOST_LISTED);
        return new Due(back, table.counts(from, now), missed);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
