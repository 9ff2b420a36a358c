package org.liaison.benchmarks;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// Times of single messages, kept to three digits. Not for several threads at once.
final class Latencies {

    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    void record(long nanos, int messages) {
        long value = Math.clamp(nanos / 1000, 0, LONGEST_MICROS);
        if (messages > 0) micros.recordValueWithCount(value, messages);
    }

    long count() {
        return micros.getTotalCount();
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
