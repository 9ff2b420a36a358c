package org.liaison.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One step of the path, measured by itself: warm, on one thread, by that thread's CPU time. What has to be made ready
/// for it is not counted.
///
/// @param place the program whose step it is
/// @param times how often it happens to one message
/// @param perSecond how many of it one CPU-second does
record Step(String place, String name, double times, double perSecond) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SAMPLES = 5;

    /// How the name of a step begins that is part of another one.
    static final String PART = "of which: ";

    double microsPerMessage() {
        return perSecond == 0 ? 0 : 1e6 * times / perSecond;
    }

    /// `batch`: how many messages one run of `work` handles. Half of the time goes into warming up; of the samples of
    /// the other half the median counts.
    static <T> Step measure(
            String place, String name, double times, int batch, Duration cpu, Supplier<T> ready, Consumer<T> work) {
        run(ready, work, cpu.dividedBy(2));
        double[] rates = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) rates[i] = run(ready, work, cpu.dividedBy(2L * SAMPLES)) * batch;
        Arrays.sort(rates);
        return new Step(place, name, times, rates[SAMPLES / 2]);
    }

    /// Runs in one CPU-second.
    private static <T> double run(Supplier<T> ready, Consumer<T> work, Duration cpu) {
        long used = 0;
        int runs = 0;
        while (used < cpu.toNanos()) {
            T input = ready.get();
            long start = THREADS.getCurrentThreadCpuTime();
            work.accept(input);
            used += THREADS.getCurrentThreadCpuTime() - start;
            runs++;
        }
        return 1e9 * runs / used;
    }
}
