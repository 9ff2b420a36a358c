package org.liaison.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results as a run could have them.
final class Samples {

    private Samples() {}

    static Round round(int messages, double seconds) {
        Map<String, CpuTime> cpu = new LinkedHashMap<>();
        cpu.put("hub", new CpuTime(1.5, 0.25, 0.5));
        cpu.put("gateway-xc", new CpuTime(12.25, 20, 3));
        cpu.put("gateway-xa", new CpuTime(11, 8, 4));
        return new Round(messages, seconds, 1234.5, 23456.7, cpu);
    }

    static Results results(int lost) {
        return new Results(
                new Results.Circumstances(
                        Plan.PAYLOAD, 33_333, "hybrid-2026", 2, 12.34, "25.0.3+9-LTS", "Conscrypt (native)", List.of()),
                List.of(
                        new Measured("end-to-end", "from here to there. ".repeat(12), 2, List.of(round(600, 7.5))),
                        new Measured("hub", "through the hub.", 4, List.of(round(2000, 1.9), round(2000, 2.4)))),
                List.of(new Step("receiving gateway", "open the letter, check both signatures", 1, 690)),
                List.of(new Tally("end-to-end", 2501, 2501 - lost, 0, 5002, 0)),
                Map.of("hub", 321L),
                119.5);
    }
}
