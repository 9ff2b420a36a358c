package org.liaison.casework.course;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What silence does: a case that still stands in one of `states` when the time is over moves to `to`.
///
/// The time comes from a message both sides have, so both see the same: `due` doubles the time that the slip of `event`
/// gives for an answer (the first passing of it escalates, the second ends), another mark is a moment told in the form,
/// after which `grace` is given.
record Timeout(Set<CaseState> states, Event event, String mark, Duration grace, CaseState to) {

    static final String DUE = "due";

    Timeout {
        states = Set.copyOf(states);
    }

    Optional<Instant> at(CaseState state, List<Fact> history) {
        if (!states.contains(state)) return Optional.empty();
        return history.reversed().stream()
                .filter(fact -> fact.event().equals(event))
                .findFirst()
                .flatMap(this::at);
    }

    private Optional<Instant> at(Fact fact) {
        if (mark.equals(DUE)) return fact.due().map(due -> due.plus(Duration.between(fact.created(), due)));
        try {
            return Optional.ofNullable(fact.marks().get(mark))
                    .map(Instant::parse)
                    .map(told -> told.plus(grace));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
