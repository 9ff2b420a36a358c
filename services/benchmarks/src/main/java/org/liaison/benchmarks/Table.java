package org.liaison.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The results for a person, 80 columns wide.
final class Table {

    private final Results results;
    private final PrintWriter out;

    Table(Results results, PrintWriter out) {
        this.results = results;
        this.out = out;
    }

    void print() {
        circumstances();
        paths();
        cpu();
        steps();
        tallies();
        out.flush();
    }

    private void circumstances() {
        Results.Circumstances at = results.circumstances();
        out.printf(
                Locale.ROOT,
                "Payload %d bytes, sealed %d; suite %s.%n",
                at.payloadBytes(),
                at.sealedBytes(),
                at.suite());
        out.printf(Locale.ROOT, "One hub and two gateways, each a process of its own with its own PostgreSQL;%n");
        out.printf(
                Locale.ROOT, "%d cores shared by all of them and the load driver; Java %s;%n", at.cores(), at.java());
        out.printf(Locale.ROOT, "signatures by %s; load average of the machine before: %.1f.%n", at.seals(), at.load());
        if (!at.javaOptions().isEmpty())
            out.printf(Locale.ROOT, "Further Java options: %s%n", String.join(" ", at.javaOptions()));
    }

    private void paths() {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-18s %7s %8s %7s %13s %9s %9s%n",
                "path",
                "senders",
                "messages",
                "msg/s",
                "all rounds",
                "p50 ms",
                "p99 ms");
        for (Measured path : results.paths()) {
            Round round = path.median();
            out.printf(
                    Locale.ROOT,
                    "%-18s %7d %8d %7.1f %13s %9.1f %9.1f%n",
                    path.path(),
                    path.senders(),
                    round.messages(),
                    round.messagesPerSecond(),
                    "%.0f - %.0f".formatted(path.slowest(), path.fastest()),
                    round.p50Millis(),
                    round.p99Millis());
        }
        out.println();
        for (Measured path : results.paths()) {
            out.printf(Locale.ROOT, "%s:%n", path.path());
            wrap(path.definition()).forEach(text -> out.printf(Locale.ROOT, "  %s%n", text));
        }
    }

    private void cpu() {
        out.println();
        out.printf(Locale.ROOT, "CPU-ms a message, median round: Java + its compiler + PostgreSQL%n");
        Set<String> programs = results.paths().getFirst().median().programs();
        StringBuilder head = new StringBuilder("%-17s".formatted(""));
        programs.forEach(program -> head.append("%19s".formatted(program)));
        out.printf(Locale.ROOT, "%s%6s%n", head, "all");
        for (Measured path : results.paths()) {
            StringBuilder row = new StringBuilder("%-17s".formatted(path.path()));
            double all = 0;
            for (String program : programs) {
                CpuTime cpu = path.median().cpuPerMessage(program);
                row.append("%19s"
                        .formatted(millis(cpu.java()) + " + " + millis(cpu.compiler()) + " + "
                                + millis(cpu.postgresql())));
                all += cpu.total();
            }
            out.printf(Locale.ROOT, "%s%6s%n", row, millis(all));
        }
        StringBuilder peaks = new StringBuilder("%-17s".formatted("Java memory, MiB"));
        programs.forEach(
                program -> peaks.append("%19d".formatted(results.peakMebibytes().getOrDefault(program, 0L))));
        out.println(peaks);
    }

    private void steps() {
        out.println();
        out.println("Where the time goes: each step alone, warm, one thread");
        out.printf(Locale.ROOT, "%-18s %-40s %9s %10s%n", "program", "step", "us/msg", "a CPU-s");
        for (Step step : results.steps())
            out.printf(
                    Locale.ROOT,
                    "%-18s %-40s %9.0f %10.0f%n",
                    step.place(),
                    step.name(),
                    step.microsPerMessage(),
                    step.perSecond());
        out.printf(Locale.ROOT, "%-18s %-40s %9.0f%n", "all", "the steps of one message", results.stepMicros());
        wrap("What the programs use beyond this goes into database client, broker, TLS, HTTP and the Java machine.")
                .forEach(text -> out.printf(Locale.ROOT, "%s%n", text));
    }

    private void tallies() {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-12s %8s %8s %6s %6s %18s %9s%n",
                "all messages",
                "sent",
                "arrived",
                "lost",
                "twice",
                "evidence verified",
                "unproven");
        for (Tally tally : results.tallies())
            out.printf(
                    Locale.ROOT,
                    "%-12s %8d %8d %6d %6d %18d %9d%n",
                    tally.path(),
                    tally.sent(),
                    tally.arrived(),
                    tally.lost(),
                    tally.twice(),
                    tally.verified(),
                    tally.unproven());
        out.println();
        out.printf(
                Locale.ROOT,
                "bench: done in %.0f s, %s%n",
                results.seconds(),
                results.isSound() ? "nothing lost" : "NOT SOUND");
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.1f", 1000 * seconds);
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (current.length() + word.length() > 76) {
                lines.add(current.toString().stripTrailing());
                current.setLength(0);
            }
            current.append(word).append(' ');
        }
        lines.add(current.toString().stripTrailing());
        return lines;
    }
}
