package org.liaison.certs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;

/// The register of everything issued, revoked and listed: JSON lines, only ever appended to. What may be trusted now is
/// computed from it; nothing else is remembered.
///
/// A line is durable before [#append] returns, and callers append before they hand out what the line describes: a
/// certificate that exists can always be found and revoked.
final class Register {

    private final Path file;

    Register(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    List<RegisterLine> lines() {
        List<RegisterLine> lines = new ArrayList<>();
        byte[] content = Vault.read(file).toArray();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\n') continue;
            lines.add(line(Bytes.of(content).slice(start, i), lines.size() + 1));
            start = i + 1;
        }
        return lines; // what follows the last newline was never finished, so it was never acted upon
    }

    void append(List<? extends RegisterLine> lines) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (RegisterLine line : lines) {
            content.writeBytes(line.toJson().toArray());
            content.write('\n');
        }
        try (FileChannel channel = open(file)) {
            channel.position(endOfLastLine(channel));
            ByteBuffer rest = ByteBuffer.wrap(content.toByteArray());
            while (rest.hasRemaining()) channel.write(rest);
            channel.truncate(channel.position());
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the register " + file, e);
        }
    }

    /// Runs `work` while nobody else changes this folder.
    <T> T alone(java.util.function.Supplier<T> work) {
        Path lockFile = file.resolveSibling(".lock");
        try (FileChannel channel = open(lockFile);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) throw new PkiRefused("cannot lock " + lockFile);
            return work.get();
        } catch (OverlappingFileLockException e) {
            throw new PkiRefused("this program is already at work in " + file.getParent(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + lockFile, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.copyOf(EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            if (channel.read(one, end - 1) == 1 && one.get(0) == '\n') return end;
        }
        return 0;
    }

    private RegisterLine line(Bytes json, int number) {
        return switch (RegisterLine.read(json)) {
            case Reading.Clear<RegisterLine>(RegisterLine line) -> line;
            case Reading.Garbled<RegisterLine>(String problem) ->
                throw new PkiRefused("line " + number + " of " + file + " was changed or damaged: " + problem
                        + ". Restore the register from a copy; nothing is issued until then.");
        };
    }
}
