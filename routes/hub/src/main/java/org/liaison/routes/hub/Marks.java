package org.liaison.routes.hub;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Directory;
import org.liaison.directory.Mark;
import org.liaison.directory.Rulebook;
import org.liaison.message.Bytes;

/// Which directory and rulebook were taken last, in a file of two lines. Who can delete it can make the hub take an
/// older snapshot that two administrators once signed; the log would show it.
final class Marks {

    private final Path file;
    private Optional<Mark> directory = Optional.empty();
    private Optional<Mark> rulebook = Optional.empty();

    Marks(Path file) {
        this.file = file;
        if (!Files.exists(file)) return;
        List<String> lines = SmallFiles.read(file).utf8().lines().toList();
        if (lines.size() != 2) throw new IllegalStateException(file + " does not hold two marks");
        directory = Optional.of(Mark.parse(lines.get(0)));
        rulebook = Optional.of(Mark.parse(lines.get(1)));
    }

    synchronized Optional<Mark> directory() {
        return directory;
    }

    synchronized Optional<Mark> rulebook() {
        return rulebook;
    }

    /// Durable when it returns.
    synchronized void remember(Directory newDirectory, Rulebook newRulebook) {
        Mark first = Mark.of(newDirectory);
        Mark second = Mark.of(newRulebook);
        SmallFiles.replace(file, Bytes.of((first + "\n" + second + "\n").getBytes(StandardCharsets.US_ASCII)));
        directory = Optional.of(first);
        rulebook = Optional.of(second);
    }
}
