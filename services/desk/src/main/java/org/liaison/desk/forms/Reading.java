package org.liaison.desk.forms;

import java.util.List;

/// The answers after a post, and what was not taken of it.
public record Reading(Answers answers, List<Refusal> refusals) {

    public Reading {
        refusals = List.copyOf(refusals);
    }
}
