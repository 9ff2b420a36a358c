package org.liaison.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;

/// The calendar file of a schedule (`BUL-SCHED`), as RFC 5545 writes it. The same form always makes the same bytes, so
/// that whoever gets both can tell that they say the same.
public final class Schedule {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// RFC 5545 §3.1: no line is longer than 75 octets.
    private static final int LONGEST_LINE = 75;

    /// For attaching it. The form may still have faults; what cannot be read is left out.
    public static Bytes calendar(Bytes form) {
        return calendar(new Filled(StrictJson.MAPPER.readTree(form.toArray())));
    }

    static Bytes calendar(Filled form) {
        StringBuilder lines = new StringBuilder();
        add(lines, "BEGIN:VCALENDAR");
        add(lines, "VERSION:2.0");
        add(lines, "PRODID:-//Liaison//Schedule//EN");
        add(lines, "METHOD:PUBLISH");
        for (int i = 0; i < form.list("/events").size(); i++) event(lines, form, "/events/" + i);
        add(lines, "END:VCALENDAR");
        return Bytes.ofUtf8(lines.toString());
    }

    /// RFC 5545 §3.6.1. A later edition of the schedule has a greater SEQUENCE (§3.8.7.4), so it replaces the earlier.
    private static void event(StringBuilder lines, Filled form, String place) {
        add(lines, "BEGIN:VEVENT");
        add(lines, "UID:" + escaped(form.text(place + "/id")));
        time(lines, "DTSTAMP:", PoliceRules.moment(form, "/issuedAt"));
        time(lines, "DTSTART:", PoliceRules.moment(form, place + "/start"));
        time(lines, "DTEND:", PoliceRules.moment(form, place + "/end"));
        add(lines, "SEQUENCE:" + form.at("/number").longValue(0));
        add(lines, "STATUS:" + (form.at(place + "/cancelled").booleanValue(false) ? "CANCELLED" : "CONFIRMED"));
        add(lines, "SUMMARY:" + escaped(form.text(place + "/title")));
        if (form.has(place + "/place")) add(lines, "LOCATION:" + escaped(form.text(place + "/place")));
        add(lines, "END:VEVENT");
    }

    private static void time(StringBuilder lines, String name, Optional<Instant> time) {
        time.ifPresent(at -> add(lines, name + UTC.format(at)));
    }

    /// RFC 5545 §3.3.11. Control characters have no place in a text (§3.1).
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }

    /// RFC 5545 §3.1: a long line goes on after CRLF and a space; no character is torn apart.
    private static void add(StringBuilder lines, String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += more;
        }
        lines.append("\r\n");
    }

    private Schedule() {}
}
