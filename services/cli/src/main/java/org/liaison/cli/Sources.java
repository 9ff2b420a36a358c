package org.liaison.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.rehearsal.client.Desk;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where directory and rulebook are read: from signed files where such are named or a demo has made some, else at a
/// gateway. With `--url` it is always the gateway.
final class Sources {

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--directory", paramLabel = "FILE", description = "A signed directory; else that of the demo.")
    private @Nullable Path directory;

    @Option(names = "--rulebook", paramLabel = "FILE", description = "A signed rulebook; else that of the demo.")
    private @Nullable Path rulebook;

    @Option(names = "--trust", paramLabel = "DIR", description = "The trust folder; else that of the demo.")
    private @Nullable Path trust;

    @Option(names = "--at", paramLabel = "TIME", description = "Suppose another time than now (2027-01-01T00:00:00Z).")
    private @Nullable Instant at;

    /// The time that the question is about.
    Instant moment(Instant now) {
        return Optional.ofNullable(at).orElse(now);
    }

    boolean inFiles() {
        if (connection.namesGateway()) return false;
        return directory != null || rulebook != null || trust != null || Files.exists(demo().directory());
    }

    Directory directory(Instant now) {
        return files(now).directory(Optional.ofNullable(directory).orElseGet(demo()::directory));
    }

    Rulebook rulebook(Instant now) {
        return files(now).rulebook(Optional.ofNullable(rulebook).orElseGet(demo()::rulebook));
    }

    /// Every gateway has the same directory and rulebook, so the first one known will do.
    Desk desk() {
        if (at != null) throw new UsageError("A gateway answers for now: leave out --at, or name signed files.");
        return connection.sites().getFirst().desk();
    }

    private SnapshotFiles files(Instant now) {
        return new SnapshotFiles(Optional.ofNullable(trust).orElseGet(demo()::trust), now);
    }

    private DemoFiles demo() {
        return new DemoFiles(connection.dir());
    }
}
