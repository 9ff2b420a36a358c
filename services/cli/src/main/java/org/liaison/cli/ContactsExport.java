package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.listing.ListingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Write a signed directory as a list for a spreadsheet or a program: one row per authority.")
final class ContactsExport implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "csv or json.")
    private @Nullable ListingFile format;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "A file that does not exist yet.")
    private @Nullable Path file;

    @Mixin
    private final Sources sources = new Sources();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (format == null || file == null || spec == null) throw new UsageError("Name the format and the file.");
        if (!sources.inFiles())
            throw new UsageError("Only a signed directory has all columns: name one with --directory and --trust.");
        Directory directory = sources.directory(Clock.systemUTC().instant());
        try {
            Files.writeString(file, format.write(directory), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Failed("The file " + file + " cannot be written, or exists already.");
        }
        new Paper(spec.commandLine().getOut())
                .line(directory.authorities().size() + " authorities of directory number " + directory.number()
                        + " written to " + file);
        return Exit.OK;
    }
}
