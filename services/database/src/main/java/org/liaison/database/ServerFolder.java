package org.liaison.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What our own server keeps on disk: `data`, `password`, `server.log` and the log of the run before.
record ServerFolder(Path root) {

    Path data() {
        return root.resolve("data");
    }

    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("server.log");
    }

    /// The process id of the server that runs on this folder, if one does. A file left by a crash of the
    /// machine names a process that is gone, or is by now something else.
    Optional<Long> postmaster() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"), StandardCharsets.UTF_8);
            if (lines.isEmpty()) return Optional.empty();
            long pid = Long.parseLong(lines.getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .map(ProcessHandle::pid);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseUnusable("The database folder " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    void keepPreviousLog() throws IOException {
        if (Files.exists(log()))
            Files.move(log(), root.resolve("server.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        Folders.createPrivateFile(log());
    }

    boolean logMentions(String words) throws IOException {
        return Files.readString(log(), StandardCharsets.ISO_8859_1).contains(words);
    }
}
