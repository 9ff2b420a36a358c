package org.liaison.auditlog.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Digest;

/// What can be said about who witnessed a checkpoint.
public sealed interface Witnessing {

    /// The log signed it, and these witnesses cosigned it; perhaps none did. `text` is what was
    /// signed; `strangers` are the names on lines by keys that are neither the log's nor a known
    /// witness's.
    record Cosigned(Bytes text, long size, Digest root, List<Cosignature> by, SortedSet<String> strangers)
            implements Witnessing {
        public Cosigned {
            by = List.copyOf(by);
        }

        public Set<Country> states() {
            return by.stream()
                    .map(Cosignature::state)
                    .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Country::code))));
        }
    }

    record Unsound(Why why) implements Witnessing {}

    enum Why {
        MALFORMED("It is not a checkpoint in a signed note."),
        ANOTHER_LOG("It is a checkpoint of another log."),
        NOT_SIGNED("The log did not sign it."),
        COSIGNATURE_SPOILT("A line in the name of a known witness is not that witness's signature"
                + " over this checkpoint: it is forged, or was taken from another checkpoint."),
        TIME_AHEAD("A witness's time lies in the future."),
        OTHER_SIZE("The way up from the entry is for another tree size than the cosigned checkpoint's."),
        NOT_COVERED("What was cosigned is an earlier checkpoint, of a tree without the entry."),
        NOT_IN_TREE("The entry does not stand in the tree that was cosigned."),
        FORKED("The log signed two different trees of one size: keep this file, it is the proof of a fork.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
