package org.liaison.console.alert;

import java.util.List;

/// A rule that speaks, about one thing: the first of its arguments. Two with the same cause are the same trouble.
/// Arguments are names, numbers and codes, never words: those are [Wording]'s.
public record Found(Rule rule, List<String> arguments) {

    public Found {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) throw new IllegalArgumentException("an alert is about something");
    }

    static Found of(Rule rule, Object... arguments) {
        return new Found(
                rule, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /// What stays the same while the trouble lasts, whatever its figures.
    public String cause() {
        return rule.name() + " " + arguments.getFirst();
    }
}
