package org.liaison.routes.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.routes.gateway.Passage.ACCEPTED_BY_HUB;
import static org.liaison.routes.gateway.Passage.FAILED;
import static org.liaison.routes.gateway.Passage.HANDED_OVER;
import static org.liaison.routes.gateway.Passage.OPENED;
import static org.liaison.routes.gateway.Passage.QUEUED;
import static org.liaison.routes.gateway.Passage.REJECTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.message.ErdsEvent;
import org.liaison.routes.gateway.Passage.Event;
import org.liaison.routes.gateway.Passage.Step;

/// The table in `DESIGN.md` is the specification: every pair of state and event, legal and illegal, is read from it.
class PassageTest {

    static final Map<Passage, Map<Event, String>> TABLE = table();

    @Test
    void every_pair_of_state_and_event_is_in_the_table() {
        assertThat(TABLE).containsOnlyKeys(Passage.values());
        TABLE.values().forEach(row -> assertThat(row).containsOnlyKeys(Event.values()));
    }

    @Test
    void every_pair_does_what_the_table_says() {
        for (Passage state : Passage.values())
            for (Event event : Event.values()) {
                String told = switch (state.next(event)) {
                    case Step.Moved(Passage to) -> to.name();
                    case Step.Stays _ -> "stays";
                    case Step.Contradicts _ -> "contradicts";
                };
                assertThat(told)
                        .as(state + " and " + event)
                        .isEqualTo(TABLE.get(state).get(event));
            }
    }

    @Test
    void evidence_in_any_order_leads_to_the_same_end() {
        List<Event> events = List.of(Event.ACCEPTANCE, Event.HANDOVER, Event.ACCESS);
        for (Event first : events)
            for (Event second : events)
                for (Event third : events) {
                    if (Stream.of(first, second, third).distinct().count() < 3) continue;
                    assertThat(after(after(after(QUEUED, first), second), third))
                            .isEqualTo(OPENED);
                }
    }

    @Test
    void nothing_moves_a_message_that_ended() {
        for (Passage end : List.of(OPENED, REJECTED, FAILED))
            for (Event event : Event.values()) assertThat(after(end, event)).isEqualTo(end);
    }

    @Test
    void a_message_to_several_is_as_far_as_the_last_of_them_and_a_failure_shows_first() {
        assertThat(Passage.overall(List.of(OPENED, HANDED_OVER))).isEqualTo(HANDED_OVER);
        assertThat(Passage.overall(List.of(OPENED, ACCEPTED_BY_HUB, FAILED))).isEqualTo(FAILED);
        assertThat(Passage.overall(List.of())).isEqualTo(QUEUED);
    }

    @Test
    void events_are_named_after_the_evidence_that_proves_them() {
        assertThat(Event.of(ErdsEvent.CONTENT_HANDOVER)).contains(Event.HANDOVER);
        assertThat(Event.of(ErdsEvent.RELAY_FAILURE)).isEmpty();
    }

    private static Passage after(Passage state, Event event) {
        return state.next(event) instanceof Step.Moved(Passage to) ? to : state;
    }

    private static Map<Passage, Map<Event, String>> table() {
        Map<Passage, Map<Event, String>> table = new EnumMap<>(Passage.class);
        List<Event> columns = List.of();
        for (String line : lines()) {
            if (!line.startsWith("|")) continue;
            List<String> cells = Stream.of(line.substring(1).split("\\|"))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            if (cells.getFirst().equals("state")) {
                columns = cells.stream().skip(1).map(Event::valueOf).toList();
            } else if (!columns.isEmpty()
                    && Stream.of(Passage.values()).anyMatch(one -> one.name().equals(cells.getFirst()))) {
                Map<Event, String> row = new EnumMap<>(Event.class);
                for (int n = 0; n < columns.size(); n++) row.put(columns.get(n), cells.get(n + 1));
                table.put(Passage.valueOf(cells.getFirst()), row);
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("DESIGN.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
