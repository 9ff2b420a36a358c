package org.liaison.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.Mark;
import org.liaison.directory.Rulebook;
import org.liaison.directory.SignedLayer;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.directory.Standing;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.routes.gateway.Register;
import org.liaison.seal.Finding;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Directory and rulebook from files. A changed file is taken when two administrators signed it and it
/// is no older than
/// the last one taken; otherwise the last one stays in force and the operator is told.
final class SnapshotsInFiles implements Register {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotsInFiles.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Held<Directory> directory;
    private final Held<Rulebook> rulebook;
    private final Duration grace;
    private Instant looked = Instant.EPOCH;

    SnapshotsInFiles(
            Path directory, Path rulebook, SealExaminer seals, JdbcClient database, Clock clock, Duration grace) {
        Snapshots snapshots = new Snapshots(bytes -> administrator(seals, bytes, clock.instant()));
        this.directory = new Held<>("directory", directory, snapshots::directory, database);
        this.rulebook = new Held<>("rulebook", rulebook, snapshots::rulebook, database);
        this.grace = grace;
        look(clock.instant());
        this.directory.demand();
        this.rulebook.demand();
    }

    @Override
    public synchronized Optional<InForce> inForce(Instant now) {
        if (Duration.between(looked, now).compareTo(LOOK_AGAIN) > 0) look(now);
        boolean both = directory.demand().standing(now, grace).inForce()
                && rulebook.demand().standing(now, grace).inForce();
        return both ? Optional.of(new InForce(directory.demand(), rulebook.demand())) : Optional.empty();
    }

    synchronized Directory directory() {
        return directory.demand();
    }

    synchronized Rulebook rulebook() {
        return rulebook.demand();
    }

    Standing standing(Snapshot snapshot, Instant now) {
        return snapshot.standing(now, grace);
    }

    private void look(Instant now) {
        directory.look();
        rulebook.look();
        looked = now;
    }

    private static Optional<SignedLayer> administrator(SealExaminer seals, Bytes signed, Instant now) {
        return switch (seals.examine(signed, Strength.ECDSA_AND_ML_DSA, now)) {
            case Finding.Genuine(Bytes content, var signatory, Instant _)
            when signatory.role() == Role.ADMINISTRATOR -> Optional.of(new SignedLayer(content, signatory.name()));
            case Finding.Genuine _, Finding.Broken _ -> Optional.empty();
        };
    }

    /// One snapshot file and what was taken from it.
    private static final class Held<S extends Snapshot> {

        private final String name;
        private final Path file;
        private final BiFunction<Bytes, Optional<Mark>, Reading<S>> reader;
        private final JdbcClient database;
        private @Nullable S taken;
        private @Nullable FileTime seen;

        Held(String name, Path file, BiFunction<Bytes, Optional<Mark>, Reading<S>> reader, JdbcClient database) {
            this.name = name;
            this.file = file;
            this.reader = reader;
            this.database = database;
        }

        S demand() {
            if (taken == null)
                throw new GatewayUnfit("The " + name + " in " + file
                        + " cannot be used; the line above says why. The gateway cannot start without one.");
            return taken;
        }

        void look() {
            try {
                FileTime time = Files.getLastModifiedTime(file);
                if (time.equals(seen)) return;
                seen = time;
                switch (reader.apply(Bytes.owned(Files.readAllBytes(file)), mark())) {
                    case Reading.Garbled<S>(String problem) -> LOG.error("{} not taken: {}", file, problem);
                    case Reading.Clear<S>(S snapshot) -> take(snapshot);
                }
            } catch (IOException e) {
                LOG.error("{} cannot be read; what was taken from it before stays in force", file);
            }
        }

        /// Remembered before it is used, so that nobody can bring an older one back later.
        private void take(S snapshot) {
            database.sql("insert into marks (snapshot, mark) values (?, ?)"
                            + " on conflict (snapshot) do update set mark = excluded.mark")
                    .params(name, Mark.of(snapshot).toString())
                    .update();
            taken = snapshot;
            LOG.info("{} number {} in force until {}", name, snapshot.number(), snapshot.expires());
        }

        private Optional<Mark> mark() {
            return database.sql("select mark from marks where snapshot = ?")
                    .param(name)
                    .query(String.class)
                    .optional()
                    .map(Mark::parse);
        }
    }
}
