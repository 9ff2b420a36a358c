package org.liaison.auditlog.witness;

import java.util.List;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.auditlog.tree.ConsistencyCheck;
import org.liaison.message.Digest;

/// What a witness says of a checkpoint that it is shown.
public sealed interface Sighting {

    /// It has grown out of everything seen before, or is the first ever seen: it is the last
    /// head now, durably.
    record Good(Head head) implements Sighting {}

    /// It cannot be held against the log, for it is no checkpoint of it.
    record Unread(Witnessing.Why why) implements Sighting {}

    /// The log signed it, and it has not grown out of what the log signed before. `older` and
    /// `newer` together are the evidence; the last head stays what it was. `beginning` is how the
    /// newer tree proves that it began otherwise, as far as the log published what that needs.
    record Rewritten(Head older, Head newer, ConsistencyCheck.Why why, List<Digest> beginning) implements Sighting {
        public Rewritten {
            beginning = List.copyOf(beginning);
        }
    }
}
