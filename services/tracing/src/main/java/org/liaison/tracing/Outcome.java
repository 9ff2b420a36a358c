package org.liaison.tracing;

/// How a stage went.
public enum Outcome {
    DONE,
    ACCEPTED,
    REFUSED,
    /// Answered before: the same answer again.
    REPEATED,
    /// Nobody proved to be the sender: this stage may have been forged under the message's id.
    DOUBTED,
    /// A known message id with other content, or evidence against what was proven.
    CONTRADICTED,
    /// It arrived and could not be taken.
    NOT_TAKEN,
    /// The other side could not be reached; it will be tried again.
    RETURNED;

    /// Whether somebody who looks for trouble looks for this.
    public boolean isTrouble() {
        return switch (this) {
            case DONE, ACCEPTED, REPEATED -> false;
            case REFUSED, DOUBTED, CONTRADICTED, NOT_TAKEN, RETURNED -> true;
        };
    }
}
