package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.directory.SignedLayer;
import org.liaison.directory.Snapshots;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;

/// Signed snapshot files, checked against a trust folder before anything in them is believed.
final class SnapshotFiles {

    private static final Duration REVOCATION_GRACE = Duration.ofDays(1);

    private final Snapshots snapshots;

    SnapshotFiles(Path trust, Instant now) {
        SealExaminer examiner = new SealExaminer(TrustStore.load(trust), REVOCATION_GRACE);
        this.snapshots = new Snapshots(signed -> examine(examiner, signed, now));
    }

    Snapshots snapshots() {
        return snapshots;
    }

    Directory directory(Path file) {
        return clear(snapshots.directory(read(file), Optional.empty()), file);
    }

    Rulebook rulebook(Path file) {
        return clear(snapshots.rulebook(read(file), Optional.empty()), file);
    }

    static <T> T clear(Reading<T> reading, Path file) {
        return switch (reading) {
            case Reading.Clear<T>(T value) -> value;
            case Reading.Garbled<T>(String problem) -> throw new Failed(file + ": " + problem);
        };
    }

    static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageError("The file " + file + " cannot be read.");
        }
    }

    private static Optional<SignedLayer> examine(SealExaminer examiner, Bytes signed, Instant now) {
        return switch (examiner.examine(signed, Strength.ECDSA_AND_ML_DSA, now)) {
            case Genuine genuine
            when genuine.signatory().role() == Role.ADMINISTRATOR ->
                Optional.of(
                        new SignedLayer(genuine.content(), genuine.signatory().name()));
            case Genuine _, Broken _ -> Optional.empty();
        };
    }
}
