package org.liaison.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.client.Draft;

/// How long an officer waits for a page of the desk where many messages lie. Filled through the
/// API, asked over HTTP with a session, one request after the other.
final class DeskPages {

    private static final int CLERKS = 4;
    private static final int WARM_UP = 10;
    private static final int REQUESTS = 200;
    private static final Duration LONGEST_FILL = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);

    /// What is asked for, in words and as an address.
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("messages", "/inbox?box=sent");
        pages.put("search, found at once", "/search?words=Sample");
        pages.put("search, found nowhere", "/search?words=nothing-says-this");
        pages.put("cases", "/cases");
        pages.put("cases due soon", "/cases?which=due-soon");
        return pages;
    }

    /// One page: so many requests, and half and 95 of 100 of them answered within so many
    /// milliseconds.
    record Timing(String page, long requests, double p50, double p95) {}

    private final Fleet fleet;

    DeskPages(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Answers how many messages were put in.
    int fill(int messages) {
        Payload payload = Payload.of("referral.json", Plan.PAYLOAD);
        var desk = fleet.desk(Fleet.SENDING);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + LONGEST_FILL.toNanos();
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int i = 0; i < CLERKS; i++)
                clerks.execute(() -> {
                    while (next.getAndIncrement() < messages && System.nanoTime() < end) {
                        desk.send(Draft.of(
                                Cast.SOCIAL_OF_DESTINATION,
                                Cast.SOCIAL_OF_ORIGIN,
                                payload.form(),
                                payload.attachments(),
                                Optional.empty()));
                        done.incrementAndGet();
                    }
                });
        }
        return done.get();
    }

    List<Timing> measure() {
        String link = fleet.folder()
                .enrolmentLink(fleet.folder().gateway(Fleet.SENDING))
                .orElseThrow(() -> new BenchFailed("the gateway gave no enrolment link"));
        try (Officer officer = Officer.enrol(link, List.of(Cast.SOCIAL_OF_DESTINATION))) {
            List<Timing> timings = new ArrayList<>();
            PAGES.forEach((name, path) -> {
                for (int i = 0; i < WARM_UP; i++) officer.get(path);
                timings.add(timed(officer, name, path));
            });
            return timings;
        }
    }

    private static Timing timed(Officer officer, String name, String path) {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + LONGEST_PAGE.toNanos();
        for (int i = 0; i < REQUESTS && System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            officer.get(path);
            latencies.record(System.nanoTime() - start, 1);
        }
        return new Timing(name, latencies.count(), latencies.millisAt(50), latencies.millisAt(95));
    }
}
