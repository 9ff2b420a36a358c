package org.liaison.console.port;

import com.fasterxml.jackson.annotation.JsonValue;

/// Why somebody intervenes, in the words that the audit log will show for ever. It is about machines: no personal datum
/// belongs in it, and the forms say so.
public record Grounds(String text) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;

    public Grounds {
        text = text.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))
            throw new NotUnderstood(
                    Said.of(Said.What.REASON, SHORTEST, LONGEST),
                    "Give a reason: one line of " + SHORTEST + " to " + LONGEST + " characters.");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
