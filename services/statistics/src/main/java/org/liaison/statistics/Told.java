package org.liaison.statistics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A message, as far as counting looks at it: its form, when it was written, and what is known of the case's opening.
///
/// @param form empty object where it cannot be read
/// @param opened when the case was opened
/// @param due by when the result was asked for
record Told(JsonNode form, Instant at, Instant opened, Optional<Instant> due) {

    private static final Duration A_DAY = Duration.ofDays(1);

    static Told of(Bytes form, Instant at, Instant opened, Optional<Instant> due) {
        return new Told(read(form), at, opened, due);
    }

    private static JsonNode read(Bytes form) {
        try {
            return StrictJson.MAPPER.readTree(form.toArray());
        } catch (JacksonException e) {
            return StrictJson.MAPPER.createObjectNode();
        }
    }

    String text(String pointer) {
        return form.at(pointer).asString("");
    }

    /// The one code in a list of objects or texts, or that there are several.
    String one(String list, String field) {
        List<String> found = all(list, field).distinct().toList();
        return found.size() > 1 ? Codes.SEVERAL : found.stream().findFirst().orElse("");
    }

    private Stream<String> all(String list, String field) {
        List<String> texts = new ArrayList<>();
        form.at(list).forEach(item -> texts.add((field.isEmpty() ? item : item.path(field)).asString("")));
        return texts.stream();
    }

    /// The country with this role.
    String country(String role) {
        List<String> found = new ArrayList<>();
        form.at("/countries").forEach(item -> {
            if (item.path("role").asString("").equals(role))
                found.add(item.path("country").asString(""));
        });
        return found.size() > 1 ? Codes.SEVERAL : found.stream().findFirst().orElse("");
    }

    String majority() {
        return switch (text("/person/ageStatus")) {
            case "ADULT" -> "ADULT";
            case "CHILD", "PRESUMED_CHILD" -> "MINOR";
            default -> "";
        };
    }

    /// Where only the year or month of birth is known, the age at the end of it: the lower one.
    String ageBand() {
        Optional<LocalDate> birth = lastDay(text("/person/dateOfBirth"));
        LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
        if (birth.isEmpty() || birth.get().isAfter(today)) return "";
        int age = Period.between(birth.get(), today).getYears();
        if (age < 9) return "0-8";
        if (age < 18) return "9-17";
        if (age < 30) return "18-29";
        return age < 48 ? "30-47" : "48+";
    }

    /// Forms know the day of a guardian's appointment, not the hour; and no form says when the child was met, so the
    /// first dated assessment stands for it.
    String guardian() {
        if (!majority().equals("MINOR")) return "";
        Optional<LocalDate> appointed = date(text("/guardian/appointedOn"));
        Optional<LocalDate> met = Stream.of("/risk/assessedOn", "/bestInterests/assessedOn")
                .map(this::text)
                .map(Told::date)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        if (appointed.isEmpty() || met.isEmpty()) return "";
        return appointed.get().isAfter(met.get().plusDays(1)) ? "LATER" : "WITHIN_A_DAY";
    }

    String time() {
        return Codes.Days.of(Duration.between(opened, at));
    }

    /// Until the moment that the form names, else until the message.
    String timeUntil(String pointer) {
        try {
            Instant moment = Instant.parse(text(pointer));
            return moment.isBefore(opened) ? "" : Codes.Days.of(Duration.between(opened, moment));
        } catch (DateTimeException e) {
            return time();
        }
    }

    /// A date without an hour ends with its day.
    String onTime() {
        return due.map(limit -> at.isAfter(limit) ? "LATE" : "ON_TIME").orElse("");
    }

    static Optional<Instant> endOf(String date) {
        return date(date)
                .map(day ->
                        day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(A_DAY).minusMillis(1));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> lastDay(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(Year.parse(text).atMonth(12).atEndOfMonth());
                case 7 -> Optional.of(YearMonth.parse(text).atEndOfMonth());
                default -> date(text);
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
