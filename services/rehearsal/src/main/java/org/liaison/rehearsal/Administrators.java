package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liaison.directory.SignedLayer;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.message.Bytes;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;

/// The two administrators of a demo, who work as administrators do: one signs, the other checks that and signs over it
/// (`liaison directory sign`, `countersign`).
final class Administrators {

    private static final Duration REVOCATION_GRACE = Duration.ofDays(1);

    private final DemoFolder folder;
    private final Instant now;

    Administrators(DemoFolder folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    static Path keysOf(DemoFolder folder, String name) {
        return folder.administrators().resolve(name + ".p12");
    }

    void publish(Snapshot snapshot, Path file) {
        Bytes once = Snapshots.sign(snapshot, pen(Cast.ADMINISTRATORS.getFirst()));
        Bytes twice = switch (snapshots().countersign(once, pen(Cast.ADMINISTRATORS.getLast()))) {
            case Clear<Bytes>(Bytes signed) -> signed;
            case Garbled<Bytes>(String problem) -> throw new DemoFailed(file + " was not countersigned: " + problem);
        };
        try {
            Files.write(file, twice.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Reads what administrators of this PKI signed.
    Snapshots snapshots() {
        SealExaminer seals = new SealExaminer(TrustStore.load(folder.trust()), REVOCATION_GRACE);
        return new Snapshots(signed -> layer(seals, signed));
    }

    private Optional<SignedLayer> layer(SealExaminer seals, Bytes signed) {
        return switch (seals.examine(signed, Strength.ECDSA_AND_ML_DSA, now)) {
            case Genuine genuine
            when genuine.signatory().role() == Role.ADMINISTRATOR ->
                Optional.of(
                        new SignedLayer(genuine.content(), genuine.signatory().name()));
            case Genuine _, Broken _ -> Optional.empty();
        };
    }

    private UnaryOperator<Bytes> pen(String name) {
        Path p12 = keysOf(folder, name);
        Signer signer = KeyFile.open(p12, Password.read(p12.resolveSibling(name + ".password")))
                .signer();
        return content -> signer.sign(content, Strength.ECDSA_AND_ML_DSA, now);
    }
}
