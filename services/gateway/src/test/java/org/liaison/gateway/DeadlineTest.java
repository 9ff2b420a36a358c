package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Notice;
import org.liaison.routes.gateway.Notice.Urgency;

/// What time makes of a case that nobody answers, over real stores and with a clock that the test turns.
class DeadlineTest {

    @TempDir
    Path folder;

    private Bench bench;
    private Slip referral;

    @BeforeEach
    void a_referral_is_sent_and_handed_over() {
        bench = new Bench(folder);
        referral = bench.refer();
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_slip_says_by_when_an_answer_is_expected() {
        assertThat(referral.due()).isPresent();
        assertThat(Duration.between(referral.created(), referral.due().orElseThrow()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void who_must_act_is_reminded_and_nobody_else() {
        turnTo(due().minus(Duration.ofHours(3)));
        assertThat(notices(SOCIAL_XA)).extracting(Notice::urgency).containsExactly(Urgency.REMINDER);
        assertThat(notices(SOCIAL_XA).getFirst().sentence())
                .startsWith("Your authority is to act by ")
                .contains("target to acknowledge");
        assertThat(notices(SOCIAL_XC)).isEmpty();
    }

    @Test
    void a_missed_limit_is_told_to_both_sides_once_with_whom_to_call() {
        turnTo(due().plusSeconds(60));
        turnTo(due().plusSeconds(120));
        assertThat(notices(SOCIAL_XA)).extracting(Notice::urgency).containsExactly(Urgency.MISSED);
        assertThat(notices(SOCIAL_XC)).extracting(Notice::urgency).containsExactly(Urgency.MISSED);
        assertThat(notices(SOCIAL_XC).getFirst().sentence())
                .contains("xa.social.welfare was to act by", "Call xa.social.welfare: ");
    }

    @Test
    void a_referral_that_nobody_answers_expires_at_both_sides() {
        turnTo(due().plus(Duration.ofDays(5)));
        for (AuthorityCode side : List.of(SOCIAL_XA, SOCIAL_XC)) {
            assertThat(bench.records
                            .cases()
                            .view(referral.caseId(), side, bench.clock.instant())
                            .state())
                    .hasToString("REF_EXPIRED");
            assertThat(notices(side)).extracting(Notice::urgency).contains(Urgency.SILENCE);
        }
    }

    @Test
    void nothing_is_told_while_the_directory_has_run_out_and_all_of_it_afterwards() {
        bench.registerExpired = true;
        turnTo(due().plusSeconds(60));
        assertThat(notices(SOCIAL_XC)).isEmpty();
        bench.registerExpired = false;
        turnTo(due().plusSeconds(90));
        assertThat(notices(SOCIAL_XC)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shaky.Fault.class,
            names = {"NOT_PERSISTED", "PERSISTED"})
    void whatever_the_database_does_a_notice_is_told_and_once(Shaky.Fault fault) {
        bench.clock.turnTo(due().plusSeconds(60));
        bench.shaky.failNextCommit(fault);
        assertThatThrownBy(() -> bench.routes.watchDeadlines(bench.clock.instant()))
                .isInstanceOf(RuntimeException.class);
        turnTo(due().plusSeconds(120));
        assertThat(notices(SOCIAL_XC)).hasSize(1);
        assertThat(notices(SOCIAL_XA)).hasSize(1);
    }

    private Instant due() {
        return referral.due().orElseThrow();
    }

    private void turnTo(Instant moment) {
        bench.clock.turnTo(moment);
        bench.routes.watchDeadlines(moment);
    }

    private List<Notice> notices(AuthorityCode owner) {
        return bench.clocks().notices(List.of(owner), Optional.empty(), 100).stream()
                .map(CaseClocksInPostgres.Told::notice)
                .toList();
    }
}
