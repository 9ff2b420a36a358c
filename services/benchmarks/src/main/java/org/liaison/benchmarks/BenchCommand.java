package org.liaison.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liaison.rehearsal.LogFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `liaison bench`: messages a second, latency and CPU time of the path of a message. Exit codes: 0
/// measured, 1 a message was lost or given twice, or the measurement failed.
@Command(
        name = "bench",
        description = {
            "Measure how many messages go through, how long each takes and what it costs.",
            "",
            "Starts a hub and two gateways as processes of their own in a temporary folder, on the loopback address"
                    + " only, sends messages of 16 KiB through them, and deletes the folder. It ends by itself."
        },
        subcommands = BenchDesk.class,
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "A first honest table in about two minutes; else about ten.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "A further option for the Java machines of hub and gateways; may be repeated.")
    private List<String> javaOptions = List.of();

    @Option(names = "--keep", description = "Keep the folder, and print where it is.")
    private boolean keep;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        Path folder = temporaryFolder();
        try {
            LogFile.to(folder.resolve("bench.log"));
            Plan plan = quick ? Plan.quick() : Plan.thorough();
            Results results = new Bench(plan, folder, javaOptions, text -> {
                        line.getErr().println(text);
                        line.getErr().flush();
                    })
                    .run();
            if (json) line.getOut().println(ResultsJson.of(results));
            else new Table(results, line.getOut()).print();
            line.getOut().flush();
            return results.isSound() ? 0 : 1;
        } finally {
            if (keep) line.getErr().println("kept: " + folder);
            else delete(folder);
        }
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("liaison-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
