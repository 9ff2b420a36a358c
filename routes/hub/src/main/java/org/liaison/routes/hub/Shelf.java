package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.liaison.auditlog.book.Book;
import org.liaison.directory.Directory;
import org.liaison.directory.Mark;
import org.liaison.directory.Rulebook;
import org.liaison.directory.SignedLayer;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.routes.hub.HubRoutes.SnapshotFiles;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;

/// Where the directory and the rulebook in force stand. New ones are taken from their files, recorded in the log,
/// and only then put in force; older ones than were ever taken never are.
final class Shelf {

    private final SnapshotFiles files;
    private final SealExaminer seals;
    private final Book book;
    private final Marks marks;
    private final AtomicReference<@Nullable InForce> inForce = new AtomicReference<>();
    private volatile List<Bytes> lastRead = List.of();
    private volatile List<Bytes> candidate = List.of();

    Shelf(SnapshotFiles files, SealExaminer seals, Book book) {
        this.files = files;
        this.seals = seals;
        this.book = book;
        this.marks = new Marks(files.marks());
    }

    InForce inForce() {
        InForce now = inForce.get();
        if (now == null) throw new IllegalStateException("no directory has been put in force yet");
        return now;
    }

    Optional<InForce> current() {
        return Optional.ofNullable(inForce.get());
    }

    /// Reads both files and checks them against what was taken before; what has not changed is not checked again.
    InForce read(Instant now) {
        Bytes directory = SmallFiles.read(files.directory());
        Bytes rulebook = SmallFiles.read(files.rulebook());
        InForce current = inForce.get();
        List<Bytes> signed = List.of(directory, rulebook);
        if (current != null && signed.equals(lastRead)) return current;
        Snapshots snapshots = new Snapshots(layer -> layer(layer, now));
        InForce read = new InForce(
                clear(files.directory(), snapshots.directory(directory, marks.directory())),
                clear(files.rulebook(), snapshots.rulebook(rulebook, marks.rulebook())));
        candidate = signed;
        return read;
    }

    boolean isNews(InForce read) {
        boolean news = !read.equals(inForce.get());
        if (!news) lastRead = candidate;
        return news;
    }

    /// Records what was not recorded before, then remembers it. A hub that dies between the two records it twice.
    InForce record(InForce read, Instant now) {
        record(read.directory(), marks.directory(), now);
        record(read.rulebook(), marks.rulebook(), now);
        marks.remember(read.directory(), read.rulebook());
        return read;
    }

    void putInForce(InForce recorded) {
        inForce.set(recorded);
        lastRead = candidate;
    }

    private void record(Snapshot snapshot, Optional<Mark> last, Instant now) {
        Mark mark = Mark.of(snapshot);
        if (last.isPresent() && last.get().equals(mark)) return;
        String what = switch (snapshot) {
            case Directory _ -> "directory";
            case Rulebook _ -> "rulebook";
        };
        book.append(List.of(Entry.ofNote(
                Entry.Event.SNAPSHOT_IN_FORCE,
                now,
                what + " number " + mark.number() + ", SHA-256 of its content " + mark.content())));
    }

    private Optional<SignedLayer> layer(Bytes signed, Instant now) {
        return switch (seals.examine(signed, Strength.ECDSA_AND_ML_DSA, now)) {
            case Genuine genuine
            when genuine.signatory().role() == Role.ADMINISTRATOR ->
                Optional.of(
                        new SignedLayer(genuine.content(), genuine.signatory().name()));
            case Genuine _, Broken _ -> Optional.empty();
        };
    }

    private static <S extends Snapshot> S clear(java.nio.file.Path file, Reading<S> reading) {
        return switch (reading) {
            case Clear<S>(S snapshot) -> snapshot;
            case Garbled<S>(String problem) -> throw new SnapshotRefused(file, problem);
        };
    }
}
