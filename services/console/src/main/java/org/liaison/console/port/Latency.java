package org.liaison.console.port;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How long hand-overs took, as counts in steps of 30 %: small enough to keep one for each minute, exact enough to see
/// a line getting slow. The first step ends at 10 ms, the last holds everything beyond 38 hours.
public final class Latency {

    static final int STEPS = 64;
    private static final double FIRST_MILLIS = 10;
    private static final double GROWTH = 1.3;

    private final long[] counts;

    private Latency(long[] counts) {
        this.counts = counts;
    }

    public static Latency none() {
        return new Latency(new long[STEPS]);
    }

    /// From what [#counts] gave; what is missing at the end is nought.
    public static Latency of(List<Long> counts) {
        long[] read = new long[STEPS];
        for (int step = 0; step < Math.min(STEPS, counts.size()); step++) read[step] = counts.get(step);
        return new Latency(read);
    }

    /// Changes this one: only whoever made it may.
    public void add(Duration took) {
        counts[step(took)]++;
    }

    public void add(Latency other) {
        for (int step = 0; step < STEPS; step++) counts[step] += other.counts[step];
    }

    /// Counts by step, without the noughts at the end.
    public List<Long> counts() {
        int end = STEPS;
        while (end > 0 && counts[end - 1] == 0) end--;
        List<Long> given = new java.util.ArrayList<>();
        for (int step = 0; step < end; step++) given.add(counts[step]);
        return Collections.unmodifiableList(given);
    }

    public long size() {
        return Arrays.stream(counts).sum();
    }

    /// The time within which this share of the hand-overs was done: the end of the step in which it lies, so it is
    /// never flattered. Absent when there were none.
    public Optional<Duration> within(double share) {
        long size = size();
        if (size == 0) return Optional.empty();
        long wanted = Math.max(1, (long) Math.ceil(share * size));
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts[step];
            if (seen >= wanted) return Optional.of(end(step));
        }
        throw new IllegalStateException("a share of more than the whole");
    }

    /// Half of the hand-overs were at least this quick.
    @JsonProperty("median")
    public Optional<Duration> median() {
        return within(0.5);
    }

    @JsonProperty("p99")
    public Optional<Duration> p99() {
        return within(0.99);
    }

    private static int step(Duration took) {
        double millis = Math.max(0, took.toMillis());
        if (millis <= FIRST_MILLIS) return 0;
        return Math.min(STEPS - 1, (int) Math.ceil(Math.log(millis / FIRST_MILLIS) / Math.log(GROWTH) - 1e-9));
    }

    private static Duration end(int step) {
        return Duration.ofMillis(Math.round(FIRST_MILLIS * Math.pow(GROWTH, step)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latency latency && Arrays.equals(counts, latency.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return size() + " hand-overs, half within " + median().orElse(Duration.ZERO);
    }
}
