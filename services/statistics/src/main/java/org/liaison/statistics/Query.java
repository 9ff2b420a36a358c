package org.liaison.statistics;

import java.util.List;

/// What somebody wants to know.
///
/// @param by the variables of one table, beside the tables that every release has; may be empty
public record Query(Population population, Period period, List<Variable> by) {

    public Query {
        by = List.copyOf(by);
    }
}
