package org.liaison.console.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.Priority;
import org.liaison.message.Reason;

/// How much goes where, how fast, and what is stuck. A message to three recipients counts three times.
public interface Traffic {

    /// What is under way now, for each corridor and lane on which anything went in the last 30 days or waits.
    Picture now();

    /// Counts over a span that ends now, in equal steps, oldest first; an empty hub gives steps of noughts.
    Series series(Span span, Optional<Corridor> corridor, Optional<Priority> lane);

    /// The spans for which figures are kept.
    enum Span {
        HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
        DAY(Duration.ofHours(24), Duration.ofMinutes(15)),
        MONTH(Duration.ofDays(30), Duration.ofHours(6));

        private final Duration length;
        private final Duration step;

        Span(Duration length, Duration step) {
            this.length = length;
            this.step = step;
        }

        public Duration length() {
            return length;
        }

        public Duration step() {
            return step;
        }
    }

    /// `complete` is false while the log is still being read after a start: then some of what waits is not known yet.
    /// `missed` are messages that could not be counted because the counting was too far behind.
    record Picture(Instant at, boolean complete, long missed, List<Way> ways) {
        public Picture {
            ways = List.copyOf(ways);
        }

        /// Since when the oldest message of this lane waits to be handed over.
        public Optional<Instant> oldest(Priority lane) {
            return ways.stream()
                    .filter(way -> way.lane() == lane)
                    .flatMap(way -> way.oldest().stream())
                    .min(Instant::compareTo);
        }

        public long inFlight(Priority lane) {
            return ways.stream()
                    .filter(way -> way.lane() == lane)
                    .mapToLong(Way::inFlight)
                    .sum();
        }
    }

    /// One lane of a corridor: what waits to be handed over, since when the oldest does, and what the last hour saw.
    record Way(Corridor corridor, Priority lane, long inFlight, Optional<Instant> oldest, Figures lastHour) {}

    /// What happened in some time. `latency` is from the hub's acceptance to the recipient's evidence of the
    /// hand-over.
    record Figures(
            long accepted,
            long refused,
            long handedOver,
            long failed,
            long opened,
            Latency latency,
            Map<Reason, Long> refusals) {

        public Figures {
            refusals = Map.copyOf(refusals);
        }

        public static Figures none() {
            return new Figures(0, 0, 0, 0, 0, Latency.none(), Map.of());
        }

        public Figures plus(Figures other) {
            Latency both = Latency.none();
            both.add(latency);
            both.add(other.latency);
            Map<Reason, Long> sum = new java.util.EnumMap<>(Reason.class);
            sum.putAll(refusals);
            other.refusals.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
            return new Figures(
                    accepted + other.accepted,
                    refused + other.refused,
                    handedOver + other.handedOver,
                    failed + other.failed,
                    opened + other.opened,
                    both,
                    sum);
        }
    }

    /// `backlog`, for each step: the most that waited to be handed over when the hub looked, once a
    /// minute; absent where it did not. The most of each lane of each corridor are added up, so it
    /// is never flattered.
    record Series(Span span, Instant from, List<Figures> steps, List<Optional<Long>> backlog) {
        public Series {
            steps = List.copyOf(steps);
            backlog = List.copyOf(backlog);
            if (steps.size() != backlog.size())
                throw new IllegalArgumentException("each step has its figures and its backlog");
        }

        public Figures total() {
            return steps.stream().reduce(Figures.none(), Figures::plus);
        }
    }
}
