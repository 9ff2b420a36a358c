package org.liaison.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that one run of the benchmark found.
record Results(
        Circumstances circumstances,
        List<Measured> paths,
        List<Step> steps,
        List<Tally> tallies,
        Map<String, Long> peakMebibytes,
        double seconds) {

    Results {
        paths = List.copyOf(paths);
        steps = List.copyOf(steps);
        tallies = List.copyOf(tallies);
        peakMebibytes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(peakMebibytes));
    }

    /// What the figures depend on. `load` is the machine's load average before the start, that of others.
    record Circumstances(
            int payloadBytes,
            int sealedBytes,
            String suite,
            int cores,
            double load,
            String java,
            String seals,
            List<String> javaOptions) {

        Circumstances {
            javaOptions = List.copyOf(javaOptions);
        }
    }

    boolean isSound() {
        return tallies.stream().allMatch(Tally::isSound);
    }

    double stepMicros() {
        return steps.stream()
                .filter(step -> !step.name().startsWith(Step.PART))
                .mapToDouble(Step::microsPerMessage)
                .sum();
    }
}
