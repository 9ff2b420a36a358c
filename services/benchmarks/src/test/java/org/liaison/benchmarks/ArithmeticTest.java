package org.liaison.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    /// A line as Linux writes it: user 250, system 50, ended children 30 and 20 hundredths of a second.
    private static final String POSTMASTER = "4711 (post (master) x) S 1 4711 4711 0 -1 4194560 100 0 0 0 250 50 30 20"
            + " 20 0 1 0 5000 1000 200 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0";

    @Test
    void a_process_is_read_even_if_its_name_holds_brackets_and_blanks() {
        assertThat(ProcStat.parse(POSTMASTER)).isEqualTo(new ProcStat(4711, "post (master) x", 1, 300, 50));
    }

    @Test
    void this_process_has_used_cpu_time_and_memory() {
        long self = ProcessHandle.current().pid();
        assertThat(CpuTime.of(self, 0, Set.of()).java()).isPositive();
        assertThat(ProcStat.peakMebibytes(self)).isPositive();
    }

    @Test
    void a_process_that_has_ended_counts_nothing() {
        assertThat(ProcStat.of(Long.MAX_VALUE)).isEmpty();
        assertThat(CpuTime.of(Long.MAX_VALUE, 0, Set.of())).isEqualTo(CpuTime.NONE);
    }

    @Test
    void cpu_time_a_message_is_that_of_java_its_compiler_and_postgresql() {
        CpuTime used = new CpuTime(5, 2, 3).minus(new CpuTime(1, 1, 1)).dividedBy(200);
        assertThat(used.java()).isEqualTo(0.02, within(1e-9));
        assertThat(used.compiler()).isEqualTo(0.005, within(1e-9));
        assertThat(used.postgresql()).isEqualTo(0.01, within(1e-9));
        assertThat(used.total()).isEqualTo(0.035, within(1e-9));
    }

    @Test
    void latencies_recorded_together_count_each() {
        Latencies latencies = new Latencies();
        latencies.record(Duration.ofMillis(10).toNanos(), 99);
        latencies.record(Duration.ofMillis(500).toNanos(), 1);
        latencies.record(Duration.ofMillis(900).toNanos(), 0);
        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.millisAt(50)).isEqualTo(10, within(0.1));
        assertThat(latencies.millisAt(100)).isEqualTo(500, within(1.0));
    }

    @Test
    void the_median_round_is_the_one_in_the_middle_and_of_two_the_slower() {
        Round slow = Samples.round(100, 4);
        Round middle = Samples.round(100, 2);
        Round fast = Samples.round(100, 1);
        assertThat(Round.median(List.of(fast, slow, middle))).isEqualTo(middle);
        assertThat(Round.median(List.of(fast, slow))).isEqualTo(slow);
    }

    @Test
    void a_step_that_happens_twice_to_a_message_costs_twice() {
        assertThat(new Step("hub", "weigh", 2, 10_000).microsPerMessage()).isEqualTo(200, within(1e-9));
    }

    @Test
    void a_tally_is_sound_only_if_nothing_is_lost_given_twice_or_unproven() {
        assertThat(new Tally("hub", 10, 10, 0, 20, 0).isSound()).isTrue();
        assertThat(new Tally("hub", 10, 9, 0, 18, 0).isSound()).isFalse();
        assertThat(new Tally("hub", 10, 10, 1, 20, 0).isSound()).isFalse();
        assertThat(new Tally("hub", 10, 10, 0, 20, 1).isSound()).isFalse();
        assertThat(new Tally("hub", 10, 9, 0, 18, 0).lost()).isEqualTo(1);
    }

    @Test
    void a_payload_has_exactly_the_size_that_is_measured() {
        assertThat(Payload.of("referral.json", Plan.PAYLOAD).size()).isEqualTo(Plan.PAYLOAD);
        assertThatThrownBy(() -> Payload.of("referral.json", 100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_round_without_a_program_says_nothing_of_it() {
        assertThat(new Round(1, 1, 1, 1, Map.of()).cpuPerMessage("hub")).isEqualTo(CpuTime.NONE);
    }
}
