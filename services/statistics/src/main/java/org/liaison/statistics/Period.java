package org.liaison.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// Whole months, both ends included.
public record Period(YearMonth from, YearMonth to) {

    public Period {
        if (to.isBefore(from))
            throw new IllegalArgumentException("a period ends after it begins: " + from + " to " + to);
    }

    int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }

    /// The first day that is no longer in it.
    LocalDate end() {
        return to.plusMonths(1).atDay(1);
    }

    boolean has(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    boolean meets(Period other) {
        return !other.from.isAfter(to) && !other.to.isBefore(from);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
