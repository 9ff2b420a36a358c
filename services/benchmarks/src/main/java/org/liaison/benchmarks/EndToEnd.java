package org.liaison.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.client.Answer;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;

/// From the sender's outbox to the recipient's evidence, verified and committed at the sender. The hub is held still
/// while the outbox is filled, so that composing is measured by itself and everything after it by itself.
final class EndToEnd implements AutoCloseable {

    /// Well inside the time after which a connection that says nothing is given up.
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(18);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);
    private static final int CLERKS = 4;
    private static final int LOOK_MILLIS = 10;

    private final Fleet fleet;
    private final List<Sender> senders;
    private final Desk desk;
    private final Books outbox;
    private final Books inbox;

    private record Sender(AuthorityCode from, AuthorityCode to, Payload payload) {}

    EndToEnd(Fleet fleet, int payload) {
        this.fleet = fleet;
        this.senders = List.of(
                new Sender(Cast.SOCIAL_OF_DESTINATION, Cast.SOCIAL_OF_ORIGIN, Payload.of("referral.json", payload)),
                new Sender(
                        Cast.CENTRAL_OF_DESTINATION, Cast.CENTRAL_OF_ORIGIN, Payload.of("mla-request.json", payload)));
        this.desk = fleet.desk(Fleet.SENDING);
        this.outbox = fleet.books(Fleet.SENDING);
        this.inbox = fleet.books(Fleet.RECEIVING);
    }

    int senders() {
        return senders.size();
    }

    /// Everything that one filling and emptying of the outbox tells.
    record Trip(Round composing, Round carrying) {}

    /// `hold` false lets messages go as they are composed, which warms all programs up together.
    Trip trip(int messages, boolean hold) {
        if (hold) fleet.hub().hold();
        Round composing;
        try {
            composing = fill(messages);
        } finally {
            if (hold) fleet.hub().goOn();
        }
        return new Trip(composing, drain());
    }

    private Round fill(int messages) {
        Map<String, CpuTime> before = fleet.cpu();
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int i = 0; i < CLERKS; i++)
                clerks.execute(() -> {
                    for (int n = next.getAndIncrement();
                            n < messages && System.nanoTime() - start < LONGEST_HOLD.toNanos();
                            n = next.getAndIncrement()) {
                        long began = System.nanoTime();
                        send(n);
                        times.add(System.nanoTime() - began);
                    }
                });
        }
        double seconds = seconds(System.nanoTime() - start);
        Latencies latencies = new Latencies();
        times.forEach(time -> latencies.record(time, 1));
        if (latencies.count() == 0) throw new BenchFailed("the sending gateway took no message");
        return Round.of(seconds, latencies, fleet.cpuSince(before));
    }

    private UUID send(int number) {
        Sender sender = senders.get(number % senders.size());
        Answer answer = desk.send(Draft.of(
                sender.from(),
                sender.to(),
                sender.payload().form(),
                sender.payload().attachments(),
                Optional.empty()));
        return MessageId.parse(answer.json().path("messageId").asString()).value();
    }

    /// All messages may leave at the same moment, so the time of each one is that until it is missed in the outbox.
    private Round drain() {
        Map<String, CpuTime> before = fleet.cpu();
        long start = System.nanoTime();
        Latencies latencies = new Latencies();
        Set<UUID> waiting = outbox.waiting();
        long last = start;
        while (!waiting.isEmpty()) {
            Pause.millis(LOOK_MILLIS);
            Set<UUID> now = outbox.waiting();
            long at = System.nanoTime();
            if (now.size() < waiting.size()) last = at;
            latencies.record(at - start, waiting.size() - now.size());
            waiting = now;
            if (at - start > LONGEST_DRAIN.toNanos()) break;
        }
        return Round.of(seconds(last - start), latencies, fleet.cpuSince(before));
    }

    /// Latency without a queue: one message at a time leaves at a steady pace, far below what the path can carry.
    Round paced(int perSecond, Duration duration) {
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        Map<String, CpuTime> before = fleet.cpu();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Latencies latencies = new Latencies();
        try (ExecutorService clerk = Executors.newSingleThreadExecutor()) {
            var sending = clerk.submit(() -> sendSteadily(perSecond, end, sent));
            Set<UUID> open = new HashSet<>();
            Set<UUID> finished = new HashSet<>();
            while (!sending.isDone() || finished.size() < sent.size()) {
                Pause.millis(LOOK_MILLIS / 2);
                // First who was sent, then who waits: who was sent and does not wait has arrived.
                Map<UUID, Long> known = new HashMap<>(sent);
                open = outbox.waiting();
                long at = System.nanoTime();
                for (Map.Entry<UUID, Long> one : known.entrySet())
                    if (!open.contains(one.getKey()) && finished.add(one.getKey()))
                        latencies.record(at - one.getValue(), 1);
                if (at - end > LONGEST_DRAIN.toNanos()) break;
            }
        }
        return Round.of(seconds(System.nanoTime() - start), latencies, fleet.cpuSince(before));
    }

    private void sendSteadily(int perSecond, long end, Map<UUID, Long> sent) {
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        long due = System.nanoTime();
        for (int n = 0; due < end; n++, due += interval) {
            Pause.millis(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            UUID id = send(n);
            sent.put(id, System.nanoTime());
        }
    }

    Tally tally() {
        return new Tally(
                "end-to-end",
                outbox.sent(),
                Math.min(outbox.handedOver(), inbox.received()),
                inbox.statedTwice(),
                outbox.verified(),
                outbox.setAside() + inbox.setAside());
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @Override
    public void close() {
        outbox.close();
        inbox.close();
    }
}
