package org.liaison.console.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void a_share_is_within_a_step_of_thirty_per_cent_and_never_flattered() {
        Latency latency = Latency.none();
        for (int millis = 1; millis <= 10_000; millis++) latency.add(Duration.ofMillis(millis));
        assertThat(latency.median().orElseThrow()).isBetween(Duration.ofMillis(5_000), Duration.ofMillis(6_500));
        assertThat(latency.p99().orElseThrow()).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(12_870));
    }

    @Test
    void nothing_has_no_median_and_that_is_no_error() {
        assertThat(Latency.none().median()).isEmpty();
        assertThat(Latency.none().counts()).isEmpty();
    }

    @Test
    void what_was_kept_reads_as_it_was() {
        Latency latency = Latency.none();
        latency.add(Duration.ZERO);
        latency.add(Duration.ofMillis(10));
        latency.add(Duration.ofMillis(11));
        latency.add(Duration.ofDays(400));
        assertThat(latency.counts())
                .hasSize(Latency.STEPS)
                .startsWith(2L, 1L, 0L)
                .endsWith(1L);
        assertThat(Latency.of(latency.counts())).isEqualTo(latency);
    }

    @Test
    void two_minutes_together_count_as_both() {
        Latency one = Latency.of(List.of(1L));
        one.add(Latency.of(List.of(2L, 5L)));
        assertThat(one.counts()).containsExactly(3L, 5L);
    }

    @Test
    void grounds_and_names_are_one_line_for_the_log() {
        assertThatThrownBy(() -> new Grounds("no")).hasMessageContaining("Give a reason");
        assertThatThrownBy(() -> new Grounds("first line\nsecond line")).hasMessageContaining("one line");
        assertThatThrownBy(() -> new Operator(" ")).hasMessageContaining("name");
        assertThat(new Grounds("  the disk is changed ").text()).isEqualTo("the disk is changed");
    }
}
