package org.liaison.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.liaison.message.Bytes;

/// Files that come into being whole or not at all: each is written beside its place, forced to disk, then moved.
///
/// What is private is readable by its owner only from its first byte on, so there is no moment to race for.
final class Vault {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> EVERYBODY_READS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

    private Vault() {}

    /// Makes the folder and those above it; the ones made are their owner's alone.
    static void privateFolder(Path folder) {
        attempt(folder, () -> Files.createDirectories(folder, OWNER_FOLDER));
    }

    static void publicFolder(Path folder) {
        attempt(folder, () -> Files.createDirectories(folder));
    }

    /// Writes a private file that must not exist yet.
    static void keep(Path file, Bytes content) {
        refuseToOverwrite(file);
        write(file, content, OWNER_ONLY);
    }

    /// Writes a file for everybody to read that must not exist yet.
    static void publish(Path file, Bytes content) {
        refuseToOverwrite(file);
        write(file, content, EVERYBODY_READS);
    }

    /// Writes a file for everybody to read in place of the one before: readers see the old one or the new one.
    static void replace(Path file, Bytes content) {
        write(file, content, EVERYBODY_READS);
    }

    /// Moves a draft, written by someone else, to its place.
    static void settle(Path draft, Path file) {
        refuseToOverwrite(file);
        attempt(file, () -> {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folderOf(file));
        });
    }

    static Path draftOf(Path file) {
        return folderOf(file).resolve("." + file.getFileName() + "." + Serial.random() + ".draft");
    }

    static void refuseToOverwrite(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS))
            throw new PkiRefused(file + " exists already and is never overwritten; choose another place with --out");
    }

    private static void write(Path file, Bytes content, FileAttribute<Set<PosixFilePermission>> permissions) {
        Path folder = folderFor(file);
        attempt(file, () -> {
            Path draft = draftOf(file);
            try {
                Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                try (FileChannel channel = FileChannel.open(draft, fresh, permissions)) {
                    ByteBuffer rest = content.buffer();
                    while (rest.hasRemaining()) channel.write(rest);
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(folder);
            } finally {
                Files.deleteIfExists(draft);
            }
        });
    }

    /// A file's name is durable only when its folder is.
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// The folder of a file that is about to be written, made if it is missing.
    static Path folderFor(Path file) {
        Path folder = folderOf(file);
        if (!Files.isDirectory(folder)) privateFolder(folder);
        return folder;
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) throw new PkiRefused(file + " is not a place for a file");
        return parent;
    }

    static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void attempt(Path file, Step step) {
        try {
            step.run();
        } catch (UnsupportedOperationException e) {
            throw new PkiRefused("the file system of " + file + " cannot keep a file from other users", e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new PkiRefused("cannot write " + file + ": " + reason, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
