package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Draft;
import org.liaison.statistics.Answer;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.Cover;
import org.liaison.statistics.Gate;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Query;
import org.liaison.statistics.Refusal;
import org.liaison.statistics.Release;
import org.liaison.statistics.Terms;
import org.liaison.statistics.Variable;

/// Coded facts as messages make them, over the real flow and a real database. The bench hosts both States, so a case
/// that were counted on both sides would show.
class StatisticsTest {

    @TempDir
    static Path folder;

    static Bench bench;
    static LedgerInPostgres ledger;
    static Gate gate;

    @BeforeAll
    static void open() {
        bench = new Bench(folder);
        ledger = new LedgerInPostgres(bench.records, bench.records.facts());
        gate = new Gate("gateway-xc", Terms.STANDARD, ledger, Cover.secret());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void empty() {
        bench.settle();
        bench.sql.sql("delete from statistics_facts").update();
        bench.sql.sql("delete from statistics_periods").update();
    }

    @Test
    void a_referral_is_counted_once_where_it_was_opened_and_completed_by_its_answers() {
        Slip slip = bench.refer();
        bench.settle();
        Slip ack = answer(slip, "referral-ack.json");
        bench.settle();
        answer(slip, "referral-decision.json");
        bench.settle();
        assertThat(ack.caseId()).isEqualTo(slip.caseId());
        CodedFact fact = only(waiting());
        assertThat(fact.values())
                .containsEntry(Variable.ACK_TIME, "WITHIN_1_DAY")
                .containsEntry(Variable.DECISION_TIME, "WITHIN_1_DAY")
                .containsEntry(Variable.DELIVERY, "COMPLETE")
                .containsKeys(Variable.SEX, Variable.CITIZENSHIP, Variable.ORIGIN);
        assertThat(fact.values().get(Variable.REFERRAL_DECISION)).isIn("ACCEPTED", "ACCEPTED_PARTIAL", "DECLINED");
    }

    @Test
    void a_case_that_was_erased_is_still_counted_and_nothing_in_its_fact_leads_back() {
        Slip slip = bench.refer();
        bench.settle();
        bench.records.keys().destroy(slip.caseId(), SOCIAL_XC);
        assertThat(waiting()).hasSize(1);
        String row = bench.sql
                .sql("select population || ' ' || unit || ' ' || month || ' ' || codes from statistics_facts")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(slip.caseId().toString())
                .doesNotContain(slip.id().toString())
                .doesNotContainIgnoringCase("One")
                .matches("REFERRAL [0-9a-f]{64} [0-9]{4}-[0-9]{2} .*");
    }

    @Test
    void a_referral_that_nobody_took_is_not_counted() {
        bench.hub.reject(org.liaison.message.Reason.KIND_NOT_PERMITTED);
        bench.refer();
        bench.settle();
        bench.hub.acceptAgain();
        assertThat(bench.count("select count(*) from statistics_facts")).isOne();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void closing_a_period_destroys_its_facts_and_the_figures_stay() {
        Slip slip = bench.refer();
        bench.settle();
        for (int i = 0; i < 27; i++) bench.records.facts().note(refusal("2", "XA"));
        for (int i = 0; i < 4; i++) bench.records.facts().note(refusal("1", "XA"));
        Release first = released();
        assertThat(first.total()).isEqualTo(30);
        assertThat(bench.count("select count(*) from statistics_facts where population = 'REFUSAL'"))
                .isZero();
        assertThat(bench.count("select count(*) from statistics_facts where population = 'REFERRAL'"))
                .isOne();
        for (int i = 0; i < 5; i++) bench.records.facts().note(refusal("1", "XA"));
        assertThat(released().toJson()).isEqualTo(first.toJson());
        assertThat(slip.caseId().family()).isEqualTo("REF");
    }

    /// The row cannot be written while its table is locked; all the while no period can be closed either.
    @Test
    void no_period_closes_while_a_refusal_is_being_noted() throws Exception {
        Thread noting =
                Thread.ofPlatform().unstarted(() -> bench.records.facts().note(refusal("2", "XA")));
        bench.records.transaction().executeWithoutResult(_ -> {
            bench.records
                    .database()
                    .sql("lock table statistics_facts in share mode")
                    .update();
            noting.start();
            awaitWriter();
            assertThat(bench.records
                            .database()
                            .sql("select pg_try_advisory_xact_lock(hashtextextended('statistics REFUSAL', 0))")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        });
        noting.join();
        assertThat(bench.count("select count(*) from statistics_facts where population = 'REFUSAL'"))
                .isOne();
    }

    private static void awaitWriter() {
        String waiting = "select count(*) from pg_locks where relation = 'statistics_facts'::regclass and not granted";
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (bench.records.database().sql(waiting).query(Long.class).single() == 0) {
            if (System.nanoTime() > end) throw new AssertionError("nobody writes");
            Thread.onSpinWait();
        }
    }

    @Test
    void what_was_released_and_to_whom_is_kept() {
        for (int i = 0; i < 12; i++) bench.records.facts().note(refusal("2", "XA"));
        Release release = released();
        ledger.note(release, List.of(Variable.SEX), List.of(SOCIAL_XC), bench.clock.instant());
        assertThat(bench.sql
                        .sql("select sha256 from statistics_releases")
                        .query(String.class)
                        .list())
                .contains(release.toJson().sha256().toHex());
    }

    private static Refusal refusal(String sex, String citizenship) {
        return new Refusal(sex, citizenship, Year.of(2025));
    }

    private static Release released() {
        Period year = new Period(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
        Answer answer = gate.release(
                new Query(Population.REFUSAL, year, List.of(Variable.SEX)), Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(answer).isInstanceOf(Answer.Released.class);
        return ((Answer.Released) answer).release();
    }

    private static List<CodedFact> waiting() {
        YearMonth now =
                YearMonth.from(bench.clock.instant().plus(Duration.ofDays(40)).atOffset(ZoneOffset.UTC));
        return ledger.alone(Population.REFERRAL, page -> page.waiting(now));
    }

    private static CodedFact only(List<CodedFact> facts) {
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }

    private static Slip answer(Slip slip, String form) {
        CaseId caseId = slip.caseId();
        return Bench.queued(bench.routes.compose(new Draft(
                SOCIAL_XA,
                List.of(SOCIAL_XC),
                Bytes.owned(Office.file(form)),
                List.of(),
                Optional.of(caseId),
                Priority.ROUTINE,
                Optional.empty(),
                List.of())));
    }
}
