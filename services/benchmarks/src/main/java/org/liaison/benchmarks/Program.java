package org.liaison.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A hub or a gateway in a process of its own, as it is seen from outside. `home` is the folder of its configuration.
record Program(String name, long pid, Path home) {

    CpuTime cpu(Set<Long> watching) {
        return CpuTime.of(pid, database().map(DatabaseFiles::postmaster).orElse(0L), watching);
    }

    long peakMebibytes() {
        return ProcStat.peakMebibytes(pid);
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /// Holds the program still: it keeps its connections and does nothing, until [#goOn].
    void hold() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int answer = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (answer != 0) throw new BenchFailed("cannot send " + signal + " to " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    Optional<DatabaseFiles> database() {
        return DatabaseFiles.in(home.resolve("data/database/postgresql"));
    }

    /// Where a program's own PostgreSQL server writes down how to reach it.
    record DatabaseFiles(long postmaster, int port, Path password) {

        static Optional<DatabaseFiles> in(Path folder) {
            try {
                List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
                if (lines.size() < 4) return Optional.empty();
                return Optional.of(new DatabaseFiles(
                        Long.parseLong(lines.getFirst().strip()),
                        Integer.parseInt(lines.get(3).strip()),
                        folder.resolve("password")));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
