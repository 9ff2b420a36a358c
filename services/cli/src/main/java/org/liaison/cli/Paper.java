package org.liaison.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// What the commands print on: aligned, wrapped at 80 columns, nothing that could steer a terminal.
final class Paper {

    private static final int WIDTH = 80;
    private static final ObjectWriter JSON = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final long SECOND_MILLIS = 1000;
    private static final String NONE = "-";
    private static final int FACT = 16;
    /// Narrower than this nothing is wrapped.
    private static final int NARROWEST = 24;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final PrintWriter out;

    Paper(PrintWriter out) {
        this.out = out;
    }

    void json(JsonNode json) {
        out.println(JSON.writeValueAsString(json));
        out.flush();
    }

    void line(String text) {
        out.println(clean(text).stripTrailing());
        out.flush();
    }

    /// Prose, its further lines indented by `indent`.
    void prose(String first, int indent, String text) {
        String start = first;
        for (String row : wrap(text, Math.max(NARROWEST, WIDTH - indent))) {
            line(pad(start, indent) + row);
            start = "";
        }
    }

    /// Of one thing, its name in a column of its own.
    void fact(String name, String value) {
        prose("  " + pad(name, FACT), FACT + 2, value);
    }

    /// A form as a person reads it: one line a field, nested by indentation.
    void form(JsonNode node, int indent) {
        node.properties().forEach(field -> value(field.getKey(), field.getValue(), indent));
    }

    private void value(String name, JsonNode value, int indent) {
        String label = " ".repeat(indent) + words(name) + ":";
        if (value.isObject()) {
            line(label);
            form(value, indent + 2);
        } else if (value.isArray()) {
            line(label);
            for (JsonNode item : value) {
                if (item.isObject()) {
                    line(" ".repeat(indent + 2) + "-");
                    form(item, indent + 4);
                } else {
                    prose(" ".repeat(indent + 2) + "- ", indent + 4, item.asString(item.toString()));
                }
            }
        } else {
            String text = value.asString(value.toString());
            if (label.length() + 1 + text.length() <= WIDTH) line(label + " " + text);
            else {
                line(label);
                prose(" ".repeat(indent + 2), indent + 2, text);
            }
        }
    }

    /// `offenceSummary` as `offence summary`.
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static String day(JsonNode instant) {
        return instant.isString() ? DAY.format(Instant.parse(instant.asString())) : "-";
    }

    static String second(JsonNode instant) {
        return instant.isString() ? SECOND.format(Instant.parse(instant.asString())) : NONE;
    }

    /// In the coarsest unit that still says it: `4 ms`, `12 s`, `5 min`, `3 h`, `2 d`.
    static String length(JsonNode iso) {
        if (!iso.isString()) return NONE;
        Duration length = Duration.parse(iso.asString()).abs();
        if (length.toMillis() < SECOND_MILLIS) return length.toMillis() + " ms";
        if (length.toMinutes() < 2) return length.toSeconds() + " s";
        if (length.toHours() < 2) return length.toMinutes() + " min";
        return length.toDays() < 2 ? length.toHours() + " h" : length.toDays() + " d";
    }

    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? NONE : value.asString(value.toString());
    }

    static String yes(JsonNode flag) {
        return flag.isBoolean() ? flag.asBoolean() ? "yes" : "no" : NONE;
    }

    static String moment(JsonNode instant) {
        return instant.isString() ? MOMENT.format(Instant.parse(instant.asString())) : "-";
    }

    /// `HANDED_OVER` as `handed over`.
    static String plain(JsonNode code) {
        return code.asString("-").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static String list(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.asString()));
        return String.join(", ", all);
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    static List<String> wrap(String text, int width) {
        List<String> rows = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder row = new StringBuilder();
            for (String word : paragraph.split(" +", -1)) {
                if (!row.isEmpty() && row.length() + 1 + word.length() > width) {
                    rows.add(row.toString());
                    row.setLength(0);
                }
                if (!row.isEmpty()) row.append(' ');
                row.append(word);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /// Text from elsewhere must not move the cursor or change colours.
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\t' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
