package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.statistics.Release;
import org.liaison.statistics.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Add up the releases of several gateways, and say what is missing from the sums.")
final class StatisticsReport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A release.json of each gateway.")
    private List<Path> files = List.of();

    @Mixin
    private final Figures output = new Figures();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (output.isJson()) throw new UsageError("A report is text or CSV.");
        List<Release> releases = new ArrayList<>();
        for (Path file : files) releases.add(Figures.read(content(file), file.toString()));
        for (Report report : reports(releases))
            output.give(
                    report, report.population().title() + "-" + report.period().from(), Figures.paper(spec));
        return Exit.OK;
    }

    private static List<Report> reports(List<Release> releases) {
        try {
            return Report.of(releases);
        } catch (IllegalArgumentException e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Bytes content(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failed("The file " + file + " cannot be read.");
        }
    }
}
