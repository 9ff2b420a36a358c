package org.liaison.auditlog.witness;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.auditlog.tree.ConsistencyCheck;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Looks at the checkpoints of one log, one after the other, and cosigns what only grew.
///
/// The first checkpoint ever seen is believed: there is nothing to hold it against. From then on
/// the log must stand by it, and by each other checkpoint that the memory holds it to.
public final class Witness {

    /// The log as it shows itself to everybody.
    public interface Published {

        Bytes checkpoint() throws IOException;

        /// The proof that the tree of `to` leaves grew out of the one of `from`, computed from
        /// what is published.
        List<Digest> path(long from, long to) throws IOException;

        /// How the tree of `to` leaves proves which root it had at `from`, likewise; empty where
        /// nobody can tell.
        default List<Digest> beginning(long from, long to) throws IOException {
            return List.of();
        }
    }

    private final WitnessExaminer examiner;
    private final Memory memory;

    public Witness(LogKeys log, Memory memory) {
        this.examiner = new WitnessExaminer(log, WitnessKeys.parse(""));
        this.memory = memory;
    }

    /// Throws what `log` throws; nothing was noted then. What the log must stand by is fixed
    /// before it is asked, or what it showed us in between would look as if it had gone back.
    public Sighting look(Published log, Instant now) throws IOException {
        while (true) {
            Optional<Head> last = memory.last();
            List<Head> promised = memory.promised();
            Bytes note = log.checkpoint();
            Witnessing read = examiner.examine(note, now);
            if (read instanceof Witnessing.Unsound(var why)) return new Sighting.Unread(why);
            Head shown = head((Witnessing.Cosigned) read, note);
            List<Head> older = Stream.concat(last.stream(), promised.stream()).toList();
            for (Head one : older)
                if (held(one, shown, log) instanceof ConsistencyCheck.NotGrown(var why))
                    return new Sighting.Rewritten(one, shown, why, beginning(one, shown, log));
            boolean same = last.filter(head -> head.size() == shown.size()).isPresent();
            if (same || memory.advance(last, shown)) {
                memory.kept(promised);
                return new Sighting.Good(shown);
            }
            // Another process of this witness was faster: ask again, and hold it against what that one saw.
        }
    }

    private static Head head(Witnessing.Cosigned read, Bytes note) {
        return new Head(read.size(), read.root(), note);
    }

    private static ConsistencyCheck held(Head older, Head newer, Published log) throws IOException {
        List<Digest> path = older.size() < newer.size() ? log.path(older.size(), newer.size()) : List.of();
        return ConsistencyCheck.of(older.size(), older.root(), newer.size(), newer.root(), path);
    }

    /// For the evidence only: whoever shows a changed log need not publish what proves it.
    private static List<Digest> beginning(Head older, Head newer, Published log) {
        if (older.size() < 1 || older.size() >= newer.size()) return List.of();
        try {
            return log.beginning(older.size(), newer.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The last head with our line under it: made now if it was not before, empty if nothing was
    /// seen yet. It states what [#look] found and noted, and nothing that it did not.
    public Optional<Bytes> cosign(WitnessKey key, Instant now) {
        Optional<Bytes> before = memory.cosigned();
        if (before.isPresent()) return before;
        return memory.last().map(head -> {
            Bytes cosigned = key.cosign(head.note(), now);
            memory.keep(head, cosigned);
            return cosigned;
        });
    }
}
