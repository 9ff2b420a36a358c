package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.message.Entry.Event;
import org.liaison.message.Reason;

/// The table of `PROTOCOL.md` section 10, as it is printed.
final class SectionTen {

    private static final Path PROTOCOL = Path.of("../message/PROTOCOL.md");
    private static final Pattern REASON = Pattern.compile("`([A-Z_]+)`");

    private SectionTen() {}

    /// `entries`: what stands in the log afterwards; nothing where nothing new does.
    record Row(String arrives, Set<Reason> reasons, boolean toTheGatewayItself, Set<Event> entries) {

        private static Row of(List<String> cells) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            REASON.matcher(cells.get(2)).results().forEach(code -> reasons.add(Reason.valueOf(code.group(1))));
            Set<Event> entries = EnumSet.noneOf(Event.class);
            for (Event event : Event.values()) if (cells.get(3).contains(words(event))) entries.add(event);
            if (entries.isEmpty() != cells.get(3).startsWith("none"))
                throw new IllegalArgumentException("no entry of the log is called so: " + cells.get(3));
            return new Row(cells.getFirst(), reasons, cells.get(2).contains("to the gateway's own mailbox"), entries);
        }

        private static String words(Event event) {
            return switch (event) {
                case SUBMISSION_REJECTION -> "submission rejected";
                default -> event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            };
        }
    }

    static List<Row> rows() {
        return table().lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .map(Row::of)
                .toList();
    }

    private static String table() {
        try {
            String page = Files.readString(PROTOCOL);
            int begin = page.indexOf("\n## 10 ");
            return page.substring(begin, page.indexOf("\n## 11 ", begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
