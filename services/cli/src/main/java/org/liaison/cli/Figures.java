package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.statistics.Publication;
import org.liaison.statistics.Release;
import org.liaison.statistics.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// What to do with figures: print them, or write them as files.
final class Figures {

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Write CSV files, their data dictionary, JSON and a readable page into this folder.")
    private @Nullable Path folder;

    @Option(names = "--format", description = "What to print: ${COMPLETION-CANDIDATES}; default text.")
    private Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON,
        CSV
    }

    void give(Release release, Paper paper) {
        if (format == Format.JSON)
            paper.json(JsonMapper.shared().readTree(release.toJson().utf8()));
        give(Publication.csv(release), Publication.readable(release), "", paper);
    }

    void give(Report report, String name, Paper paper) {
        give(Publication.csv(report), Publication.readable(report), name, paper);
    }

    private void give(Map<String, String> files, String page, String name, Paper paper) {
        if (folder != null) {
            Path into = folder.resolve(name);
            write(files, into);
            if (format != Format.JSON) paper.line("Written: " + files.size() + " files into " + into);
            return;
        }
        if (format == Format.TEXT) page.lines().forEach(paper::line);
        if (format == Format.CSV)
            files.forEach((file, content) -> {
                if (!file.endsWith(".csv")) return;
                paper.line("# " + file);
                content.lines().forEach(paper::line);
            });
    }

    private static void write(Map<String, String> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet())
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            throw new Failed("The figures cannot be written into " + folder + ".");
        }
    }

    void asJson() {
        format = Format.JSON;
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    static Release read(Bytes json, String what) {
        return switch (Release.read(json)) {
            case Reading.Clear<Release>(Release release) -> release;
            case Reading.Garbled<Release>(String why) -> throw new Failed(what + " is no release: " + why);
        };
    }

    static Paper paper(@Nullable CommandSpec spec) {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls");
        return new Paper(spec.commandLine().getOut());
    }
}
