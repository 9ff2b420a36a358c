package org.liaison.casework.course;

import java.util.List;

/// In the state `from` this message, sent by this side, leads along `path`: states that are passed through because the
/// message presupposes them, then where the case stands, which may be the word `SAME` or `BACK` instead of a state.
record Row(CaseState from, Event event, Actor actor, List<CaseState> through, Goal goal) {

    sealed interface Goal {
        record State(CaseState state) implements Goal {}

        /// Where the case stands already.
        record Same() implements Goal {}

        /// Where the case stood before the interlude.
        record Back() implements Goal {}
    }

    Row {
        through = List.copyOf(through);
    }

    boolean moves() {
        return switch (goal) {
            case Goal.State(CaseState to) -> !to.equals(from);
            case Goal.Same _ -> false;
            case Goal.Back _ -> true;
        };
    }

    boolean ends() {
        return goal instanceof Goal.State(CaseState to) && to.terminal();
    }

    /// The goal as the table writes it.
    String goalName() {
        return switch (goal) {
            case Goal.State(CaseState state) -> state.name();
            case Goal.Same _ -> from.name();
            case Goal.Back _ -> CourseTable.BACK;
        };
    }
}
