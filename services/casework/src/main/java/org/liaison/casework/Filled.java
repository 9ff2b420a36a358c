package org.liaison.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A form as somebody filled it in: anything may be missing or mistyped, and reading it never fails. What is missing
/// or mistyped is for the schema to say; the rules that look at several fields say nothing then.
record Filled(JsonNode form, List<Problem> problems) {

    private static final int YEAR = 4;
    private static final int LAST_YEAR = 9999;
    private static final int YEAR_AND_MONTH = 7;

    Filled(JsonNode form) {
        this(form, new ArrayList<>());
    }

    JsonNode at(String pointer) {
        return form.at(pointer);
    }

    boolean has(String pointer) {
        return !at(pointer).isMissingNode();
    }

    String text(String pointer) {
        return at(pointer).stringValue("");
    }

    List<JsonNode> list(String pointer) {
        JsonNode node = at(pointer);
        return node.isArray() ? node.valueStream().toList() : List.of();
    }

    List<String> texts(String pointer) {
        return list(pointer).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /// The texts of one field of every entry of a list.
    List<String> texts(String list, String field) {
        return list(list).stream()
                .map(entry -> entry.path(field).stringValue(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Optional<LocalDate> date(String pointer) {
        return date(pointer, LocalDate::parse);
    }

    Optional<LocalDate> date(String pointer, Function<String, LocalDate> reading) {
        try {
            return Optional.of(reading.apply(text(pointer)))
                    .filter(day -> day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A moment in UTC: `2026-11-22T08:30:00Z`.
    Optional<Instant> moment(String pointer) {
        try {
            return Optional.of(Instant.parse(text(pointer)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The last day that a date can mean of which only the year, or year and month, is known.
    static LocalDate latestDay(String text) {
        return switch (text.length()) {
            case YEAR -> Year.parse(text).atMonth(12).atEndOfMonth();
            case YEAR_AND_MONTH -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    /// Likewise the first.
    private static LocalDate earliestDay(String text) {
        return switch (text.length()) {
            case YEAR -> Year.parse(text).atDay(1);
            case YEAR_AND_MONTH -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /// Whether somebody would be born after this day in UTC. Where the day begins first it is a day further.
    boolean isBornAfter(String pointer, LocalDate day) {
        return date(pointer, Filled::earliestDay)
                .filter(born -> born.isAfter(day.plusDays(1)))
                .isPresent();
    }

    void problem(String pointer, String sentence, String why, String mend) {
        problems.add(new Problem(pointer, sentence, why, mend));
    }
}
