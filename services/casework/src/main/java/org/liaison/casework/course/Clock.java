package org.liaison.casework.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.Priority;

/// A time limit in the course of a case. It starts with one of the events or states `from`, ends with one of `until` or
/// with the case, and stands still while the case is in one of the states `paused`.
///
/// `lengths` is empty where only a date told in a form sets the limit, and has two entries where urgent messages have
/// less time than others. `dates` are such dates, as `EVENT.mark`: the last one told counts. `source` is the article
/// behind the limit.
public record Clock(
        String name,
        Set<String> from,
        Set<String> until,
        Actor actor,
        List<Length> lengths,
        List<String> dates,
        Set<String> paused,
        String source) {

    public Clock {
        from = Set.copyOf(from);
        until = Set.copyOf(until);
        lengths = List.copyOf(lengths);
        dates = List.copyOf(dates);
        paused = Set.copyOf(paused);
        if (lengths.isEmpty() && dates.isEmpty()) throw new IllegalArgumentException("a clock without end: " + name);
    }

    Optional<Length> length(Priority priority, Terms terms) {
        Length agreed = terms.lengths().get(name);
        if (agreed != null) return Optional.of(agreed);
        if (lengths.isEmpty()) return Optional.empty();
        return Optional.of(priority == Priority.URGENT ? lengths.getFirst() : lengths.getLast());
    }
}
