package org.liaison.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Picture;
import org.liaison.console.port.Traffic.Way;
import org.liaison.message.Priority;

class RouteMapTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Corridor XC_XA = Corridor.parse("XC-XA");

    @Test
    void a_corridor_shows_what_waits_since_when_and_how_long_hand_overs_take() {
        Latency latency = Latency.none();
        for (int i = 0; i < 9; i++) latency.add(Duration.ofMillis(10));
        latency.add(Duration.ofMillis(10_000));
        Figures hour = new Figures(10, 2, 10, 0, 0, latency, Map.of());
        String map = RouteMap.draw(
                new Picture(
                        NOON,
                        true,
                        0,
                        List.of(
                                new Way(XC_XA, Priority.URGENT, 1, Optional.of(NOON.minusSeconds(30)), Figures.none()),
                                new Way(XC_XA, Priority.ROUTINE, 2, Optional.of(NOON.minusSeconds(300)), hour))),
                List.of(),
                List.of());
        assertThat(map).contains(">10 ⏳3 (5 min) ✕2<").contains(">½ 10 ms<").containsPattern(">99 % 1\\d s<");
    }

    @Test
    void the_way_there_and_the_way_back_stand_on_different_sides() {
        Way there = new Way(XC_XA, Priority.ROUTINE, 1, Optional.empty(), Figures.none());
        Way back = new Way(Corridor.parse("XA-XC"), Priority.ROUTINE, 2, Optional.empty(), Figures.none());
        assertThat(RouteMap.draw(new Picture(NOON, true, 0, List.of(there, back)), List.of(), List.of()))
                .containsOnlyOnce("class=\"flow left\"")
                .containsOnlyOnce("class=\"flow right\"");
    }

    @Test
    void a_corridor_on_which_nothing_went_shows_neither() {
        Way idle = new Way(XC_XA, Priority.ROUTINE, 0, Optional.empty(), Figures.none());
        assertThat(RouteMap.draw(new Picture(NOON, true, 0, List.of(idle)), List.of(), List.of()))
                .contains(">0<")
                .doesNotContain("½", "⏳", "(");
    }
}
