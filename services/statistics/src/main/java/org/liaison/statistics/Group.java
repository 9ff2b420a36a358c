package org.liaison.statistics;

import java.util.Map;

/// Facts that are told apart no further: at least `k` cases that all say this, or of which this is withheld.
///
/// @param facts how many facts
/// @param cases of how many cases; the same number where a case has one fact
public record Group(Map<Variable, String> values, long facts, int cases) {

    public Group {
        values = CodedFact.sorted(values);
        if (cases < 1 || facts < cases) throw new IllegalArgumentException("a group has cases, and a fact for each");
    }

    String value(Variable variable) {
        return values.getOrDefault(variable, Variable.WITHHELD);
    }
}
