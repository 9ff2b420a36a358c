package org.liaison.casework.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Draws `COURSES.md`: for each family a picture (Mermaid), the table of states and messages, and the clocks.
final class CoursePage {

    static String of(Collection<Course> courses) {
        StringBuilder page = new StringBuilder("""
                # The courses of cases

                Drawn from the tables in `org.liaison.casework.course`; a test holds this page to them. Messages that leave a
                case where it is are not in the pictures, but in the tables. *back* is the state before the interlude.
                """);
        for (Course course : courses) draw(course, page);
        return page.toString();
    }

    private static void draw(Course course, StringBuilder page) {
        page.append("\n## ")
                .append(course.family())
                .append(": ")
                .append(course.title())
                .append("\n\n");
        picture(course, page);
        page.append("\n| state | means |\n|---|---|\n");
        for (CaseState state : course.states())
            page.append("| `%s`%s | %s |%n".formatted(state.name(), mark(state), state.sentence()));
        page.append("\n| in the state | message | from | leads to |\n|---|---|---|---|\n");
        rows(course).forEach((row, from) -> page.append("| %s %s%n".formatted(from, row)));
        if (!course.timeouts().isEmpty()) page.append("\nSilence:\n\n");
        for (Timeout timeout : course.timeouts())
            page.append("- in %s, when %s is over%s: `%s`%n"
                    .formatted(
                            names(timeout.states()),
                            timeout.mark().equals(Timeout.DUE)
                                    ? "twice the time that `" + timeout.event() + "` gave for an answer"
                                    : "the moment `" + timeout.mark() + "` told by `" + timeout.event() + "`",
                            timeout.grace().isZero() ? "" : " by " + timeout.grace(),
                            timeout.to().name()));
        if (course.clocks().isEmpty()) return;
        page.append("\n| clock | from | until | must act | length | date told by | stands still in | source |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        for (Clock clock : course.clocks())
            page.append("| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            clock.name(),
                            codes(clock.from()),
                            codes(clock.until()),
                            clock.actor().code(),
                            lengths(clock),
                            codes(clock.dates()),
                            codes(clock.paused()),
                            clock.source()));
    }

    private static void picture(Course course, StringBuilder page) {
        page.append("```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n");
        Map<String, TreeSet<String>> arrows = new LinkedHashMap<>();
        for (Row row : course.rows()) {
            if (row.goalName().equals(row.from().name())) continue;
            String to = row.goalName().equals(CourseTable.BACK) ? "before" : row.goalName();
            if (to.equals("before")) to = row.from().name() + "_back";
            arrows.computeIfAbsent(row.from().name() + " --> " + to, _ -> new TreeSet<>())
                    .add(row.event().name());
        }
        for (Timeout timeout : course.timeouts())
            for (CaseState from : timeout.states())
                arrows.computeIfAbsent(from.name() + " --> " + timeout.to().name(), _ -> new TreeSet<>())
                        .add("silence");
        new TreeSet<>(arrows.keySet().stream()
                        .filter(arrow -> arrow.endsWith("_back"))
                        .map(arrow -> arrow.substring(arrow.indexOf("--> ") + 4))
                        .toList())
                .forEach(back ->
                        page.append("    state \"back\" as ").append(back).append('\n'));
        arrows.forEach((arrow, events) -> page.append("    ")
                .append(arrow)
                .append(" : ")
                .append(String.join(", ", events))
                .append('\n'));
        for (CaseState state : course.states())
            if (state.terminal()) page.append("    ").append(state.name()).append(" --> [*]\n");
        page.append("```\n");
    }

    /// Rows that differ only in the state they start from, in one line.
    private static Map<String, String> rows(Course course) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Row row : course.rows()) {
            String goal = row.goalName().equals(row.from().name())
                    ? "stays"
                    : row.goalName().equals(CourseTable.BACK) ? "back" : "`" + row.goalName() + "`";
            String path = row.through().stream()
                    .map(state -> "`" + state.name() + "`, ")
                    .collect(Collectors.joining());
            lines.computeIfAbsent(
                            "| `%s` | %s | %s%s |"
                                    .formatted(row.event(), row.actor().code(), path, goal),
                            _ -> new ArrayList<>())
                    .add("`" + row.from().name() + "`");
        }
        Map<String, String> joined = new LinkedHashMap<>();
        lines.forEach((line, from) -> joined.put(line, String.join(", ", from)));
        return joined;
    }

    private static String mark(CaseState state) {
        return switch (state.nature()) {
            case OPEN -> "";
            case INTERLUDE -> " (interlude)";
            case TERMINAL -> " (over)";
        };
    }

    private static String lengths(Clock clock) {
        return clock.lengths().size() == 2
                ? clock.lengths().getFirst().text() + " urgent, "
                        + clock.lengths().getLast().text() + " routine"
                : clock.lengths().stream().map(Length::text).collect(Collectors.joining());
    }

    private static String names(Collection<CaseState> states) {
        return codes(states.stream().map(CaseState::name).toList());
    }

    private static String codes(Collection<String> names) {
        return new TreeSet<>(names).stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private CoursePage() {}
}
