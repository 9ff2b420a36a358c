package org.liaison.routes.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.check.Consistency.Consistent;
import org.liaison.auditlog.check.Consistency.Inconsistent;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Holds the log against what was seen of it before: the last checkpoint lies in a file outside the database, so a
/// database that was put back to an older state, or changed by somebody with its password, is noticed at the next
/// start at the latest.
final class Lookout {

    private final Book book;
    private final LogExaminer examiner;
    private final Path lastCheckpoint;

    Lookout(Book book, LogExaminer examiner, Path lastCheckpoint) {
        this.book = book;
        this.examiner = examiner;
        this.lastCheckpoint = lastCheckpoint;
    }

    /// Compares, then keeps the newer checkpoint; throws [LogRewritten] if the log did not grow out of the older
    /// one. One at a time: the watch may come while the hub takes its first look.
    synchronized void compareAndKeep() {
        Bytes newer = book.checkpoint();
        if (Files.exists(lastCheckpoint)) {
            Bytes older = SmallFiles.read(lastCheckpoint);
            if (older.equals(newer)) return;
            switch (examiner.consistent(older, newer, path(size(older), size(newer)))) {
                case Inconsistent(var why) -> throw new LogRewritten(lastCheckpoint, why.sentence());
                case Consistent _ -> {}
            }
        }
        SmallFiles.replace(lastCheckpoint, newer);
    }

    /// No path where there can be none: the examiner then says what is wrong.
    private List<Digest> path(long from, long to) {
        return from < 1 || from > to ? List.of() : book.consistency(from, to);
    }

    /// The second line of a checkpoint (C2SP tlog-checkpoint) is the size of its tree.
    private static long size(Bytes checkpoint) {
        return checkpoint
                .utf8()
                .lines()
                .skip(1)
                .findFirst()
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
