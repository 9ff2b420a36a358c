package org.liaison.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of `/proc/<pid>/stat` (proc(5)): a process or a thread, whose child it is, and the CPU time that it and its
/// children that have ended have used.
record ProcStat(long pid, String name, long parent, long ownTicks, long endedChildrenTicks) {

    /// Linux shows times to programs in hundredths of a second, whatever the kernel counts in.
    static final double TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    static ProcStat parse(String line) {
        // The name stands in brackets and may hold blanks and brackets itself.
        int end = line.lastIndexOf(')');
        String[] fields = line.substring(end + 2).split(" ", -1);
        return new ProcStat(
                Long.parseLong(line.substring(0, line.indexOf(' '))),
                line.substring(line.indexOf('(') + 1, end),
                number(fields, 4),
                number(fields, 14) + number(fields, 15),
                number(fields, 16) + number(fields, 17));
    }

    /// Numbered as in proc(5), where the process id is 1, the name 2 and the state 3.
    private static long number(String[] fromState, int field) {
        return Long.parseLong(fromState[field - 3]);
    }

    /// Empty where the process has ended.
    static Optional<ProcStat> of(long pid) {
        return read(PROC.resolve(Long.toString(pid)));
    }

    static List<ProcStat> threadsOf(long pid) {
        return all(PROC.resolve(pid + "/task"));
    }

    static List<ProcStat> childrenOf(long pid) {
        return all(PROC).stream().filter(stat -> stat.parent() == pid).toList();
    }

    private static List<ProcStat> all(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .flatMap(entry -> read(entry).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ProcStat> read(Path entry) {
        try {
            return Optional.of(parse(Files.readString(entry.resolve("stat"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The largest memory that a process has occupied, in MiB.
    static long peakMebibytes(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
