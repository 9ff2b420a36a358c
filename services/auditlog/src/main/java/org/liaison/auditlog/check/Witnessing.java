package org.liaison.auditlog.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Digest;

/// What can be said about who witnessed a checkpoint.
public sealed interface Witnessing {

    /// The log signed it, and these witnesses cosigned it; perhaps none did. `text` is what was
    /// signed.
    record Cosigned(Bytes text, long size, Digest root, List<Cosignature> by) implements Witnessing {
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
        COSIGNATURE_SPOILT("A line in the name of a known witness is not that witness's signature."),
        TIME_AHEAD("A witness's time lies in the future.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
