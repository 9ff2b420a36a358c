package org.liaison.statistics;

/// What the gate says to a query.
public sealed interface Answer {

    record Released(Release release) implements Answer {}

    /// `sentence` says why not, and what to ask instead. It depends on the query, the calendar and what was released
    /// before, never on the facts that wait.
    record Refused(String sentence) implements Answer {}
}
