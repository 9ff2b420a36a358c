package org.liaison.casework.course;

import java.util.List;

/// What the course of a case answers to a message.
public sealed interface Step {

    /// `through` are states that nobody announces with a message of their own; this message presupposes them.
    record Moved(CaseState to, List<CaseState> through) implements Step {
        public Moved {
            through = List.copyOf(through);
        }
    }

    /// `sentence` says what stands against it and what may come instead.
    record NotAllowed(String sentence) implements Step {}
}
