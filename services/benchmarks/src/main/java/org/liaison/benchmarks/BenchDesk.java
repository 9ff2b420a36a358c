package org.liaison.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.LogFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `liaison bench desk`: how long an officer waits for a page. Exit codes: 0 measured, 1 a page
/// was too slow or the measurement failed.
@Command(
        name = "desk",
        description = {
            "Measure how long an officer waits for lists and searches where many messages lie.",
            "",
            "Starts a hub and two gateways in a temporary folder, sends so many messages, and asks for the pages over"
                    + " HTTP. It fills for a quarter of an hour at most."
        },
        mixinStandardHelpOptions = true)
final class BenchDesk implements Callable<Integer> {

    /// What 95 of 100 lists may take, in milliseconds.
    private static final double LIMIT = 500;

    @Option(names = "--messages", description = "How many messages lie there; default ${DEFAULT-VALUE}.")
    private int messages = 5_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        Path folder = BenchCommand.temporaryFolder();
        try {
            LogFile.to(folder.resolve("bench.log"));
            DemoFolder demo = new DemoFolder(folder);
            Demo.prepare(demo);
            try (Fleet fleet = Fleet.start(demo, List.of())) {
                DeskPages pages = new DeskPages(fleet);
                line.getErr().println("filling");
                line.getErr().flush();
                int filled = pages.fill(messages);
                List<DeskPages.Timing> timings = pages.measure();
                line.getOut().println(filled + " messages; one request after the other, over HTTP, signed in.");
                line.getOut().println("page                     requests    p50 ms    p95 ms");
                for (DeskPages.Timing timing : timings)
                    line.getOut()
                            .println(String.format(
                                    Locale.ROOT,
                                    "%-24s %8d %9.1f %9.1f",
                                    timing.page(),
                                    timing.requests(),
                                    timing.p50(),
                                    timing.p95()));
                line.getOut().flush();
                return timings.stream().allMatch(timing -> timing.p95() < LIMIT) ? 0 : 1;
            }
        } finally {
            BenchCommand.delete(folder);
        }
    }
}
