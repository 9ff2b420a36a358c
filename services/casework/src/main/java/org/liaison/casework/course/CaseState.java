package org.liaison.casework.course;

/// Where a case of one family can stand. `sentence` says it to an officer: "the request is acknowledged".
public record CaseState(String family, String name, String sentence, Nature nature) {

    /// What a state is in the course of its case.
    public enum Nature {
        OPEN,
        /// A stop on the way that remembers where the case came from and returns there: a question, a consultation.
        INTERLUDE,
        /// The case is over; the few messages that may still come change nothing.
        TERMINAL
    }

    static final String NOTHING_SENT = "DRAFT";

    public CaseState {
        if (!name.matches("[A-Z][A-Z_]*")) throw new IllegalArgumentException("no name of a state: " + name);
        if (sentence.isBlank()) throw new IllegalArgumentException("a state says in words what it is: " + name);
    }

    /// The name by which other programs know it: `MLA_ACKNOWLEDGED`.
    public String code() {
        return family + "_" + name;
    }

    public boolean terminal() {
        return nature == Nature.TERMINAL;
    }

    boolean isDraft() {
        return name.equals(NOTHING_SENT);
    }

    @Override
    public String toString() {
        return code();
    }
}
