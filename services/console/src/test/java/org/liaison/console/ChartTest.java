package org.liaison.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Series;
import org.liaison.console.port.Traffic.Span;

class ChartTest {

    private static final Instant FROM = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_scale_of_messages_is_a_second_whatever_the_step() {
        assertThat(Chart.rates(series(Span.HOUR, 90, List.of()))).contains(">1.5</text>");
        assertThat(Chart.rates(series(Span.DAY, 90, List.of()))).contains(">0.1</text>");
        assertThat(Chart.rates(series(Span.MONTH, 90, List.of()))).contains(">0.0042</text>");
        assertThat(Chart.rate(1234)).isEqualTo("1200");
        assertThat(Chart.rates(series(Span.HOUR, 0, List.of()))).isEmpty();
    }

    @Test
    void the_backlog_has_no_line_where_nobody_looked() {
        String svg = Chart.backlog(
                series(Span.HOUR, 0, List.of(Optional.of(3L), Optional.of(7L), Optional.empty(), Optional.of(0L))));
        assertThat(svg).contains(">7</text>");
        assertThat(svg.split("<path class=\"line backlog\"", -1)).hasSize(3);
        assertThat(Chart.backlog(series(Span.HOUR, 5, List.of()))).isEmpty();
    }

    @Test
    void a_time_has_no_line_where_nothing_came_and_a_dot_where_one_step_stands_alone() {
        String svg = Chart.times(series(Span.HOUR, 1, List.of()));
        assertThat(svg.split("<path class=\"line median\"", -1)).hasSize(2);
        assertThat(svg)
                .containsPattern("line median\" d=\"M[0-9.]+,[0-9.]+ h0\"")
                .doesNotContain(" L");
    }

    private static Series series(Span span, long accepted, List<Optional<Long>> first) {
        int steps = (int) (span.length().toSeconds() / span.step().toSeconds());
        List<Figures> figures = new ArrayList<>(Collections.nCopies(steps, Figures.none()));
        Latency latency = Latency.none();
        latency.add(Duration.ofSeconds(1));
        figures.set(1, new Figures(accepted, 0, 0, 0, 0, latency, Map.of()));
        List<Optional<Long>> backlog = new ArrayList<>(first);
        while (backlog.size() < steps) backlog.add(Optional.empty());
        return new Series(span, FROM, figures, backlog);
    }
}
