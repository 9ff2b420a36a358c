package org.liaison.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Why somebody intervenes, in the words that the audit log keeps.
final class Reason {

    @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the audit log.")
    private @Nullable String why;

    String why() {
        return Objects.requireNonNull(why, "picocli demands it");
    }
}
