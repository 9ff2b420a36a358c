package org.liaison.console.port;

import java.time.Instant;
import java.util.UUID;

/// What becomes of an operator's action.
public sealed interface Answer {

    /// It is done, and stands in the audit log at `index`.
    record Done(long index, Said said) implements Answer {}

    /// It stands in the audit log as asked for, and takes effect when another person confirms it before `until`.
    record AwaitsSecond(UUID proposal, Instant until, Said said) implements Answer {}

    /// Nothing was done.
    record Refused(Said said) implements Answer {}
}
