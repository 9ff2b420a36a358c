package org.liaison.auditlog.check;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.message.Country;

/// What can be said about who witnessed one entry of the log.
public sealed interface Attestation {

    /// These witnesses, each once, saw the log with the entry in it; perhaps none did.
    /// `strangers` are the names on lines by keys that are not known: they count for nothing.
    record Attested(List<Vouch> by, SortedSet<String> strangers) implements Attestation {
        public Attested {
            by = List.copyOf(by);
        }

        public SortedSet<Country> states() {
            return by.stream()
                    .map(one -> one.line().state())
                    .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Country::code))));
        }
    }

    /// Under a tree of so many entries a witness put this line.
    record Vouch(Cosignature line, long treeSize) {}

    /// One of the ways to a cosigned tree does not prove what it was given for: none of them is
    /// to be believed.
    record Refuted(long treeSize, Witnessing.Why why) implements Attestation {}
}
