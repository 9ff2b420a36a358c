package org.liaison.directory;

/// What the rulebook says about one message from one authority to another.
public sealed interface Decision {

    /// `rule` is the first in the rulebook's order that permits it; its legal basis is the one to rely on.
    record Permitted(Rule rule) implements Decision {}

    /// `why` says which part no rule covers: the sender, the recipient, or the kind of message between the two.
    record Denied(String why) implements Decision {}
}
