package org.liaison.mapping;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What came of carrying a form over.
public sealed interface Mapping {

    /// The content in the other words, and all that did not come along.
    record Mapped(ObjectNode content, List<Loss> losses) implements Mapping {
        public Mapped {
            losses = List.copyOf(losses);
        }
    }

    /// Nothing was carried over, for a reason that a person can mend.
    record Withheld(String sentence) implements Mapping {}
}
