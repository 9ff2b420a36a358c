package org.liaison.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Contact cards as a table: who, whether somebody sits there now, whom to call, in which language, and what to do when
/// it cannot wait. All times are those of the reader's own clock.
final class ContactPaper {

    private static final int WIDTH_OF_CODE = 27;
    private static final int WIDTH_OF_NOW = 24;
    private static final int WIDTH_OF_PHONE = 17;
    private static final int WIDTH_OF_LABEL = 11;
    private static final Duration A_WEEK = Duration.ofDays(6);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Paper paper;
    private final ZonedDateTime now;

    ContactPaper(Paper paper, Instant now, ZoneId zone) {
        this.paper = paper;
        this.now = now.atZone(zone);
    }

    void print(JsonNode cards) {
        if (cards.isEmpty()) {
            paper.line("Nobody in the directory fits.");
            return;
        }
        paper.line(row("AUTHORITY", "NOW", "PHONE", "LANGUAGES"));
        cards.forEach(this::card);
        paper.line("");
        paper.line("Hours are shown in your zone, " + now.getZone() + ", where it is " + DAY.format(now) + ".");
    }

    private void card(JsonNode card) {
        JsonNode contact = card.path("contact");
        paper.line("");
        paper.line(row(
                card.path("code").asString(),
                standing(card.path("desk")),
                contact.path("phone").asString(),
                Paper.list(card.path("languages"))));
        paper.prose("  ", 2, card.path("name").asString());
        detail("hours", hours(contact));
        detail("e-mail", contact.path("email").asString());
        detail("urgent", urgent(card));
        detail(
                "functions",
                Paper.list(card.path("listing").path("functions"))
                        .replace('_', ' ')
                        .toLowerCase(Locale.ROOT));
    }

    private void detail(String label, String text) {
        if (!text.isEmpty()) paper.prose("  " + Paper.pad(label, WIDTH_OF_LABEL), WIDTH_OF_LABEL + 2, text);
    }

    private static String row(String code, String now, String phone, String languages) {
        return Paper.pad(code, WIDTH_OF_CODE) + " " + Paper.pad(now, WIDTH_OF_NOW) + " "
                + Paper.pad(phone, WIDTH_OF_PHONE) + " " + languages;
    }

    private String standing(JsonNode desk) {
        return switch (desk.path("standing").asString()) {
            case "ROUND_THE_CLOCK" -> "open round the clock";
            case "OPEN" -> "open until " + moment(desk.path("until"));
            case "CLOSED" -> "closed until " + moment(desk.path("until"));
            default -> "see hours";
        };
    }

    /// As short as it stays clear: the hour today, the day within a week, else the date.
    private String moment(JsonNode instant) {
        ZonedDateTime then = Instant.parse(instant.asString()).atZone(now.getZone());
        if (then.toLocalDate().equals(now.toLocalDate())) return HOUR.format(then);
        return Duration.between(now, then).compareTo(A_WEEK) < 0 ? DAY.format(then) : DATE.format(then);
    }

    private static String hours(JsonNode contact) {
        if (contact.path("officeHours").asString("").isEmpty()) return "";
        String office = contact.path("officeHours").asString() + " at UTC"
                + contact.path("utcOffset").asString().replace("Z", "+00:00");
        return contact.path("roundTheClock").asBoolean(false) ? "round the clock; office " + office : office;
    }

    private static String urgent(JsonNode card) {
        List<String> ways = new ArrayList<>();
        if (card.path("contact").path("roundTheClock").asBoolean(false))
            ways.add(card.path("contact").path("phone").asString() + " at any hour");
        JsonNode listing = card.path("listing");
        for (JsonNode phone : listing.path("phones"))
            if (phone.path("roundTheClock").asBoolean(false))
                ways.add(phone.path("number").asString() + " at any hour"
                        + (phone.path("purpose").asString("").isEmpty()
                                ? ""
                                : " (" + phone.path("purpose").asString() + ")"));
        if (listing.path("acceptsViaInterpol").asBoolean(false)) ways.add("through INTERPOL");
        String calls = String.join(", ", ways);
        String procedure = listing.path("urgentProcedure").asString("");
        return calls.isEmpty() || procedure.isEmpty() ? calls + procedure : calls + ". " + procedure;
    }
}
