package org.liaison.directory;

/// Whether the time limits under an agreement bind.
///
/// UNTOC article 18 sets no limit in days, only "as soon as possible" (18(24)); the European Investigation Order sets
/// limits that bind (Directive 2014/41/EU, article 12).
public enum TimeLimits {
    /// Shown as a deadline; a passed one is late.
    DEADLINES("deadlines that bind"),
    /// Shown as a target; a passed one is a reason to ask.
    TARGETS("targets, not deadlines");

    private final String words;

    TimeLimits(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
