package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoursesTest {

    private static final Path DRAWN = Path.of("COURSES.md");

    static List<Course> courses() {
        return List.copyOf(Courses.all());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_state_event_and_side_leads_where_its_row_says_or_is_refused_with_its_reason(Course course) {
        int moved = 0;
        for (CaseState state : course.states())
            for (Event event : course.events())
                for (Actor actor : Actor.values()) {
                    List<Row> rows = course.rows().stream()
                            .filter(row ->
                                    row.from().equals(state) && row.event().equals(event) && row.actor() == actor)
                            .toList();
                    switch (course.next(state, Optional.empty(), event, actor)) {
                        case Step.Moved(CaseState to, List<CaseState> through) -> {
                            moved++;
                            assertThat(rows).hasSize(1);
                            assertThat(through).isEqualTo(rows.getFirst().through());
                            if (!rows.getFirst().goalName().equals(CourseTable.BACK))
                                assertThat(to.name()).isEqualTo(rows.getFirst().goalName());
                        }
                        case Step.NotAllowed(String sentence) -> {
                            assertThat(rows).isEmpty();
                            assertThat(sentence)
                                    .contains(event.kind().code(), state.sentence(), actor.code())
                                    .endsWith(".");
                        }
                    }
                }
        assertThat(moved).isEqualTo(course.rows().size());
    }

    /// Otherwise a case could come to a place that nobody leads it out of.
    @ParameterizedTest
    @MethodSource("courses")
    void every_state_is_reached_and_every_open_one_can_be_left(Course course) {
        Set<CaseState> reached = new HashSet<>(Set.of(course.draft()));
        course.timeouts().forEach(timeout -> reached.add(timeout.to()));
        for (Row row : course.rows()) {
            reached.addAll(row.through());
            if (row.goal() instanceof Row.Goal.State(CaseState to)) reached.add(to);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(course.states());
        Set<CaseState> left = new HashSet<>();
        for (Row row : course.rows()) if (!row.goalName().equals(row.from().name())) left.add(row.from());
        Set<CaseState> passed = new HashSet<>();
        course.rows().forEach(row -> passed.addAll(row.through()));
        for (CaseState state : course.states())
            if (!state.terminal() && !passed.contains(state)) assertThat(left).contains(state);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void nothing_moves_a_case_out_of_a_terminal_state(Course course) {
        for (Row row : course.rows())
            if (row.from().terminal())
                assertThat(row.goalName()).isEqualTo(row.from().name());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void only_an_interlude_leads_back(Course course) {
        for (Row row : course.rows())
            if (row.goal() instanceof Row.Goal.Back)
                assertThat(row.from().nature()).isEqualTo(CaseState.Nature.INTERLUDE);
    }

    @Test
    void one_kind_of_message_opens_cases_of_one_family_only() {
        for (Course course : Courses.all())
            for (var kind : course.kinds())
                if (course.opensWith(kind)) {
                    List<Course> others = new ArrayList<>(Courses.all());
                    others.removeIf(other -> !other.opensWith(kind));
                    if (!kind.code().endsWith("-FWD")) assertThat(others).containsExactly(course);
                }
    }

    @Test
    void a_misspelt_table_never_runs() {
        CourseTable table = new CourseTable("TST", "A test").states("SENT  something was sent");
        assertThatThrownBy(() -> table.rows("DRAFT  TST_REQ  asking  SNET")).hasMessage("TST has no state SNET");
        assertThatThrownBy(() -> table.rows("DRAFT  TST_REQ  nobody  SENT"))
                .isInstanceOf(IllegalArgumentException.class);
        table.rows("DRAFT  TST_REQ  asking  SENT");
        assertThatThrownBy(() -> table.rows("DRAFT  TST_REQ  asking  SENT"))
                .hasMessage("two rows for TST_DRAFT TST_REQ");
        assertThatThrownBy(() -> table.clocks("answer  TST_RQE  SENT  asked  P1D  -  -  nothing"))
                .hasMessage("TST has neither an event nor a state TST_RQE");
    }

    /// To draw the page anew after a change of a table: run this test with `LIAISON_DRAW=1` in the environment.
    @Test
    void the_page_of_courses_is_drawn_from_the_tables() throws IOException {
        String drawn = CoursePage.of(Courses.all());
        if (System.getenv("LIAISON_DRAW") != null) Files.writeString(DRAWN, drawn);
        assertThat(Files.readString(DRAWN)).isEqualTo(drawn);
    }
}
