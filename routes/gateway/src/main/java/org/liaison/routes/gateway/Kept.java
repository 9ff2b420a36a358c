package org.liaison.routes.gateway;

import org.liaison.message.Evidence;

/// Evidence that has come back, and what it changed.
public sealed interface Kept {

    record Moved(Evidence evidence, Passage to) implements Kept {}

    record KnownBefore(Evidence evidence) implements Kept {}

    record Contradiction(Evidence evidence, Passage stays) implements Kept {}

    /// No message of ours, or ours with other content.
    record NotOurs(Evidence evidence) implements Kept {}
}
