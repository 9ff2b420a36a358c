package org.liaison.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.listing.Complaint;
import org.liaison.directory.listing.ListingFile;
import org.liaison.directory.listing.Merge;
import org.liaison.message.AuthorityCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Take a list into a draft of the next directory, which two administrators then sign.",
            "",
            "Nothing is taken unless every row is right. Where the draft exists already, it is changed; else it begins"
                    + " with the signed directory. Authorities that the list does not have stay as they are."
        })
final class ContactsImport implements Callable<Integer> {

    private static final long LARGEST = 32L * 1024 * 1024;

    @Parameters(paramLabel = "FILE", description = "The list: .csv or .json.")
    private @Nullable Path file;

    @Option(
            names = "--draft",
            paramLabel = "FILE.json",
            defaultValue = "directory-draft.json",
            description = "The draft (default: ${DEFAULT-VALUE}).")
    private @Nullable Path draft;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "90",
            description = "How long the directory is to be valid (default: ${DEFAULT-VALUE}).")
    private int days;

    @Mixin
    private final Sources sources = new Sources();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null || draft == null || spec == null) throw new UsageError("Name the file with the list.");
        if (days < 1) throw new UsageError("A directory is valid for at least one day.");
        Path list = file;
        Path target = draft;
        Instant now = Clock.systemUTC().instant();
        boolean begun = Files.exists(target);
        Directory base = begun ? SnapshotFiles.clear(Directory.read(SnapshotFiles.read(target)), target) : signed(now);
        long number = begun ? base.number() : base.number() + 1;
        Merge.Terms terms = new Merge.Terms(number, now, now.plus(Duration.ofDays(days)));
        Merge merge = Merge.into(base, format(list), text(list), terms);
        Paper out = new Paper(spec.commandLine().getOut());
        return switch (merge) {
            case Merge.Refused(List<Complaint> complaints) -> {
                Paper err = new Paper(spec.commandLine().getErr());
                complaints.forEach(complaint -> err.line(list + ": " + complaint));
                err.line("Nothing was taken from the list.");
                yield Exit.REFUSED;
            }
            case Merge.Draft(Directory next, List<AuthorityCode> added, List<AuthorityCode> changed) -> {
                write(next, target);
                added.forEach(code -> out.line("added    " + code));
                changed.forEach(code -> out.line("changed  " + code));
                out.prose(
                        "",
                        0,
                        "Directory number " + next.number() + " with "
                                + next.authorities().size() + " authorities, unsigned: " + target);
                out.line("Next: liaison directory sign " + target + " --key ... --out ...");
                yield Exit.OK;
            }
        };
    }

    private Directory signed(Instant now) {
        if (!sources.inFiles())
            throw new UsageError("A draft begins with a signed directory: name one with --directory and --trust.");
        return sources.directory(now);
    }

    private static ListingFile format(Path list) {
        String name = list.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ListingFile.values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageError("A list is a file that ends in .csv or .json."));
    }

    private static String text(Path list) {
        try {
            if (Files.size(list) > LARGEST) throw new UsageError("The file " + list + " is larger than any list.");
            return Files.readString(list);
        } catch (CharacterCodingException e) {
            throw new UsageError("The file " + list + " is not in UTF-8: save it as CSV UTF-8.");
        } catch (IOException e) {
            throw new UsageError("The file " + list + " cannot be read.");
        }
    }

    /// Whole or not at all, so that a draft is never half of one.
    private static void write(Directory next, Path target) {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(fresh, next.toJson().toArray());
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failed("The file " + target + " cannot be written.");
        }
    }
}
