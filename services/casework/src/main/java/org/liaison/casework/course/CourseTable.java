package org.liaison.casework.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.liaison.casework.course.CaseState.Nature;
import org.liaison.casework.course.Event.Standing;
import org.liaison.message.MessageKind;

/// Makes a [Course] from tables as people write them: columns divided by spaces, alternatives by `|`. A name that does
/// not exist is an error when the program starts, so a misspelt table never runs.
///
/// Words of the tables: `OPEN` stands for every state from the first message until the case is over, `OVER` for
/// every terminal state, `either` for both sides, `SAME` for the state in which the case is, `BACK` for the
/// state before the interlude.
final class CourseTable {

    static final String OPEN = "OPEN";
    static final String OVER = "OVER";
    static final String SAME = "SAME";
    static final String BACK = "BACK";
    private static final String EITHER = "either";
    private static final String NONE = "-";

    final String family;
    final String title;
    final Map<String, CaseState> states = new LinkedHashMap<>();
    final Map<String, Event> events = new LinkedHashMap<>();
    final List<Row> rows = new ArrayList<>();
    final List<Clock> clocks = new ArrayList<>();
    final List<Timeout> timeouts = new ArrayList<>();
    final Map<String, List<Course.Mark>> marks = new LinkedHashMap<>();

    CourseTable(String family, String title) {
        this.family = family;
        this.title = title;
        state(CaseState.NOTHING_SENT, "nothing has been sent yet", Nature.OPEN);
    }

    /// Columns: name, then the sentence. A name with `*` is terminal, with `~` an interlude.
    CourseTable states(String table) {
        for (String line : lines(table)) {
            String[] columns = line.split("\\s+", 2);
            String name = columns[0].replaceAll("[*~]$", "");
            Nature nature = columns[0].endsWith("*")
                    ? Nature.TERMINAL
                    : columns[0].endsWith("~") ? Nature.INTERLUDE : Nature.OPEN;
            state(name, columns[1], nature);
        }
        return this;
    }

    /// One event for each value of a field: `decided("MLA-DEC", "decision", "FULL", "REFUSED")` makes
    /// `MLA_DEC_FULL` and `MLA_DEC_REFUSED`.
    CourseTable told(String kind, String field, String... values) {
        String stem = kind.replace('-', '_');
        for (String value : values) {
            String name = stem + "_" + value.toUpperCase(Locale.ROOT).replace('-', '_');
            named(name, kind, field, value);
        }
        return this;
    }

    /// One event with a name of its own, for one value of a field.
    CourseTable named(String name, String kind, String field, String value) {
        return event(new Event(name, new MessageKind(kind), field, List.of(value), Standing.PLAIN));
    }

    CourseTable event(Event event) {
        if (events.put(event.name(), event) != null) throw new IllegalArgumentException("twice: " + event);
        return this;
    }

    /// The recipients of this kind of message become the asked side.
    CourseTable asks(String kind) {
        return event(Event.plain(kind).with(Standing.ASKS));
    }

    /// This kind of message hands the case on to another authority of the sender's country.
    CourseTable handsOn(String kind) {
        return event(Event.plain(kind).with(Standing.HANDS_ON));
    }

    /// Columns: from, event, by, states passed through, to. An event that was not described is a kind of message.
    CourseTable rows(String table) {
        for (String line : lines(table)) {
            List<String> columns = List.of(line.split("\\s+", -1));
            if (columns.size() < 4) throw new IllegalArgumentException("from, event, by, to: " + line);
            List<CaseState> through = columns.subList(3, columns.size() - 1).stream()
                    .map(this::state)
                    .toList();
            Row.Goal goal = goal(columns.getLast());
            for (String event : columns.get(1).split("\\|", -1))
                for (CaseState from : from(columns.get(0)))
                    for (Actor actor : actors(columns.get(2)))
                        row(new Row(from, eventOrKind(event), actor, through, goal));
        }
        return this;
    }

    /// Columns: name, from (events or states), until (events or states; every clock ends with its case),
    /// who must act, length (`-` where only a date is told; `urgent/routine` where they differ), dates told
    /// (`EVENT.mark`), paused in, source.
    CourseTable clocks(String table) {
        for (String line : lines(table)) {
            List<String> columns = List.of(line.split("\\s+", 8));
            if (columns.size() < 8) throw new IllegalArgumentException("a clock has eight columns: " + line);
            String[] lengths = columns.get(4).split("/", 2);
            clocks.add(new Clock(
                    columns.get(0),
                    names(columns.get(1)),
                    names(columns.get(2)),
                    actors(columns.get(3)).getFirst(),
                    columns.get(4).equals(NONE)
                            ? List.of()
                            : Arrays.stream(lengths).map(Length::parse).toList(),
                    columns.get(5).equals(NONE)
                            ? List.of()
                            : List.of(columns.get(5).split("\\|", -1)),
                    columns.get(6).equals(NONE) ? Set.of() : names(columns.get(6)),
                    columns.get(7)));
        }
        return this;
    }

    /// Columns: states, event and mark (`EVENT.due`, or a moment told in its form), grace, to.
    CourseTable timeouts(String table) {
        for (String line : lines(table)) {
            String[] columns = line.split("\\s+", -1);
            String[] told = columns[1].split("\\.", -1);
            timeouts.add(new Timeout(
                    new LinkedHashSet<>(from(columns[0])),
                    eventOrKind(told[0]),
                    told[1],
                    columns[2].equals(NONE) ? Duration.ZERO : Duration.parse(columns[2]),
                    state(columns[3])));
        }
        return this;
    }

    /// What the course remembers of a form: `marks("MLA-REQ", "wish=/deadline/date")`.
    CourseTable marks(String kind, String... namesAndPointers) {
        marks.put(
                kind,
                Arrays.stream(namesAndPointers)
                        .map(one -> one.split("=", 2))
                        .map(pair -> new Course.Mark(pair[0], pair[1]))
                        .toList());
        return this;
    }

    Course made() {
        return new Course(this);
    }

    private void state(String name, String sentence, Nature nature) {
        if (states.put(name, new CaseState(family, name, sentence.strip(), nature)) != null)
            throw new IllegalArgumentException("twice: " + name);
    }

    private void row(Row row) {
        boolean known = rows.stream()
                .anyMatch(other -> other.from().equals(row.from())
                        && other.event().equals(row.event())
                        && other.actor() == row.actor());
        if (known) throw new IllegalArgumentException("two rows for " + row.from() + " " + row.event());
        rows.add(row);
    }

    private List<CaseState> from(String column) {
        List<CaseState> found = new ArrayList<>();
        for (String name : column.split("\\|", -1))
            switch (name) {
                case OPEN ->
                    states.values().stream()
                            .filter(state -> !state.terminal() && !state.isDraft())
                            .forEach(found::add);
                case OVER ->
                    states.values().stream().filter(CaseState::terminal).forEach(found::add);
                default -> found.add(state(name));
            }
        return found;
    }

    private static List<Actor> actors(String column) {
        return column.equals(EITHER)
                ? List.of(Actor.ASKING, Actor.ASKED)
                : List.of(Actor.valueOf(column.toUpperCase(Locale.ROOT)));
    }

    private Row.Goal goal(String name) {
        return switch (name) {
            case SAME -> new Row.Goal.Same();
            case BACK -> new Row.Goal.Back();
            default -> new Row.Goal.State(state(name));
        };
    }

    private Event eventOrKind(String name) {
        if (events.containsKey(name)) return events.get(name);
        Event plain = Event.plain(name.replace('_', '-'));
        if (events.values().stream().anyMatch(other -> other.kind().equals(plain.kind())))
            throw new IllegalArgumentException(name + " can mean several things: say which");
        event(plain);
        return plain;
    }

    /// Names of events or states, each of which exists.
    private Set<String> names(String column) {
        Set<String> names = new LinkedHashSet<>(List.of(column.split("\\|", -1)));
        for (String name : names)
            if (!events.containsKey(name.split("\\.", -1)[0]) && !states.containsKey(name))
                throw new IllegalArgumentException(family + " has neither an event nor a state " + name);
        return names;
    }

    private CaseState state(String name) {
        CaseState state = states.get(name);
        if (state == null) throw new IllegalArgumentException(family + " has no state " + name);
        return state;
    }

    /// `@` stands for the letters of the family.
    private List<String> lines(String table) {
        return table.replace("@", family)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
