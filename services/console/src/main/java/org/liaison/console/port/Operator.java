package org.liaison.console.port;

import com.fasterxml.jackson.annotation.JsonValue;

/// Who intervenes, by the name that the audit log will show for ever.
public record Operator(String name) {

    private static final int LONGEST = 100;

    public Operator {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("an operator's name is one line of 1 to " + LONGEST + " characters");
        name = name.strip();
    }

    @JsonValue
    @Override
    public String toString() {
        return name;
    }
}
