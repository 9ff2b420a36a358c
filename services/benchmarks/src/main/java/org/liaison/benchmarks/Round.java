package org.liaison.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One measurement of one path. `cpu` holds CPU-seconds of the whole round by program.
record Round(int messages, double seconds, double p50Millis, double p99Millis, Map<String, CpuTime> cpu) {

    Round {
        cpu = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cpu));
    }

    static Round of(double seconds, Latencies latencies, Map<String, CpuTime> cpu) {
        return new Round(
                Math.toIntExact(latencies.count()), seconds, latencies.millisAt(50), latencies.millisAt(99), cpu);
    }

    double messagesPerSecond() {
        return messages / seconds;
    }

    CpuTime cpuPerMessage(String program) {
        return cpu.getOrDefault(program, CpuTime.NONE).dividedBy(messages);
    }

    /// The round with the median throughput; of an even number the slower of the two in the middle.
    static Round median(List<Round> rounds) {
        List<Round> sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(Round::messagesPerSecond));
        return sorted.get((sorted.size() - 1) / 2);
    }

    Set<String> programs() {
        return cpu.keySet();
    }
}
