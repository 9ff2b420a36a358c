package org.liaison.casework.course;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;

/// The course that cases of one family take: its states, its rows, its clocks. What has no row is not allowed. A
/// [CourseTable] makes it; once made it never changes.
public final class Course {

    private final String family;
    private final String title;
    private final Map<String, CaseState> states;
    private final Map<String, Event> events;
    private final List<Row> rows;
    private final List<Clock> clocks;
    private final List<Timeout> timeouts;
    private final Map<String, List<Mark>> marks;

    /// A mark is a date or code of a form, found at `pointer` (RFC 6901), that a clock or time-out looks at.
    record Mark(String name, String pointer) {}

    Course(CourseTable table) {
        this.family = table.family;
        this.title = table.title;
        this.states = new LinkedHashMap<>(table.states);
        this.events = new LinkedHashMap<>(table.events);
        this.rows = List.copyOf(table.rows);
        this.clocks = List.copyOf(table.clocks);
        this.timeouts = List.copyOf(table.timeouts);
        this.marks = Map.copyOf(table.marks);
    }

    /// The three letters in the ids of its cases.
    public String family() {
        return family;
    }

    public String title() {
        return title;
    }

    public Collection<CaseState> states() {
        return List.copyOf(states.values());
    }

    public List<Clock> clocks() {
        return clocks;
    }

    /// The kinds of message that cases of this family know.
    public Set<MessageKind> kinds() {
        return events.values().stream().map(Event::kind).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether a case may begin with this kind of message.
    public boolean opensWith(MessageKind kind) {
        return rows.stream()
                .anyMatch(row -> row.from().isDraft() && row.event().kind().equals(kind));
    }

    Collection<Event> events() {
        return events.values();
    }

    List<Row> rows() {
        return rows;
    }

    List<Timeout> timeouts() {
        return timeouts;
    }

    CaseState draft() {
        return state(CaseState.NOTHING_SENT);
    }

    CaseState state(String name) {
        CaseState state = states.get(name);
        if (state == null) throw new IllegalArgumentException(family + " has no state " + name);
        return state;
    }

    Optional<Event> event(String name) {
        return Optional.ofNullable(events.get(name));
    }

    Optional<Meaning> meaning(MessageKind kind, JsonNode form) {
        return events.values().stream()
                .filter(event -> event.kind().equals(kind) && event.isToldBy(form))
                .findFirst()
                .map(event -> new Meaning(event, marks(kind, form)));
    }

    private Map<String, String> marks(MessageKind kind, JsonNode form) {
        Map<String, String> told = new LinkedHashMap<>();
        if (form.path("legalBasis").isString())
            told.put(Fact.BASIS, form.path("legalBasis").stringValue());
        for (Mark mark : marks.getOrDefault(kind.code(), List.of())) {
            JsonNode node = form.at(mark.pointer());
            if (node.isValueNode()) told.put(mark.name(), node.asString());
            if (node.isArray())
                told.put(mark.name(), node.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
        }
        return told;
    }

    /// Where a message leads a case that stands in `state` and came there from `before`.
    Step next(CaseState state, Optional<CaseState> before, Event event, Actor actor) {
        return rows.stream()
                .filter(row -> row.from().equals(state) && row.event().equals(event) && row.actor() == actor)
                .findFirst()
                .<Step>map(row -> new Step.Moved(
                        switch (row.goal()) {
                            case Row.Goal.State(CaseState to) -> to;
                            case Row.Goal.Same _ -> state;
                            case Row.Goal.Back _ -> before.orElse(state);
                        },
                        row.through()))
                .orElseGet(() -> new Step.NotAllowed(why(state, event, actor)));
    }

    /// The kinds of message that this side may send now.
    Set<MessageKind> allowed(CaseState state, Actor actor) {
        return rows.stream()
                .filter(row -> row.from().equals(state) && row.actor() == actor)
                .map(row -> row.event().kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The kinds of message by which this side may move the case on: along its way or, where no way
    /// is left, to its end. What either side may send, such as a change of consent, is nobody's
    /// turn.
    Set<MessageKind> onward(CaseState state, Actor actor) {
        List<Row> moving = rows.stream()
                .filter(row -> row.from().equals(state) && row.moves() && !isOpenToBoth(row))
                .toList();
        boolean hasWay = moving.stream().anyMatch(row -> !row.ends());
        return moving.stream()
                .filter(row -> row.actor() == actor && !(hasWay && row.ends()))
                .map(row -> row.event().kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isOpenToBoth(Row one) {
        return rows.stream()
                .anyMatch(other -> other.from().equals(one.from())
                        && other.event().equals(one.event())
                        && other.actor() != one.actor());
    }

    private String why(CaseState state, Event event, Actor actor) {
        Set<MessageKind> instead = allowed(state, actor);
        return event.kind() + " from the " + actor.code() + " authority cannot come now: " + state.sentence() + ". "
                + (instead.isEmpty()
                        ? "It is not this authority's turn."
                        : "This authority may send "
                                + instead.stream().map(MessageKind::code).collect(Collectors.joining(" or ")) + ".");
    }
}
