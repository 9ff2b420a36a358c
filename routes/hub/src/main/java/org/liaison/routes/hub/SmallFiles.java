package org.liaison.routes.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.liaison.message.Bytes;

/// Files of some kilobytes, read and replaced whole.
final class SmallFiles {

    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private SmallFiles() {}

    static Bytes read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Old or new, never half: written beside, forced to disk, moved over.
    static void replace(Path file, Bytes content) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel out = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var buffer = content.buffer();
                while (buffer.hasRemaining()) out.write(buffer);
                out.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
