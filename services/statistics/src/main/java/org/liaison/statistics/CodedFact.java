package org.liaison.statistics;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is remembered of a case, or of a message at the hub, for counting: codes, and the month. It cannot hold a word
/// that somebody wrote, for every value is one of its variable's codes.
///
/// @param unit whose fact it is, as a pseudonym that only its keeper can make: several facts of one case count as one
/// where it matters that there be many. It never leaves.
/// @param values what is not here was not stated
public record CodedFact(Population population, String unit, YearMonth month, Map<Variable, String> values) {

    public CodedFact {
        if (unit.isEmpty()) throw new IllegalArgumentException("a coded fact belongs to a case");
        values.forEach((variable, code) -> {
            if (!population.variables().contains(variable))
                throw new IllegalArgumentException(variable.title() + " is not counted for " + population.title());
            if (!variable.accepts(code))
                throw new IllegalArgumentException("not a code of " + variable.title() + ": it was left out");
        });
        values = sorted(values);
    }

    String value(Variable variable) {
        return values.getOrDefault(variable, Variable.WITHHELD);
    }

    public CodedFact with(Map<Variable, String> more) {
        Map<Variable, String> all = sorted(values);
        Map<Variable, String> merged = new EnumMap<>(Variable.class);
        merged.putAll(all);
        merged.putAll(more);
        return new CodedFact(population, unit, month, merged);
    }

    /// Its values in the order of the panel.
    List<String> values(List<Variable> panel) {
        return panel.stream().map(this::value).toList();
    }

    static Map<Variable, String> sorted(Map<Variable, String> values) {
        Map<Variable, String> copy = new EnumMap<>(Variable.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /// So that no log ever shows a person's codes together.
    @Override
    public String toString() {
        return "CodedFact[" + population.title() + ", " + month + "]";
    }
}
