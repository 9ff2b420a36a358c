package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;

class CodingTest {

    private static final Instant MARCH = Instant.parse("2026-03-04T10:00:00Z");
    private static final AuthorityCode SOCIAL_XC = AuthorityCode.parse("xc.social.welfare");
    private static final AuthorityCode SOCIAL_XA = AuthorityCode.parse("xa.social.welfare");
    private static final String UNIT = "case-1";

    private static final String REFERRAL = """
            {"kind":"REF-REQ","version":"1","pseudonym":"ABCD1234",
             "referrer":{"organisation":"MARKER-NAME"},
             "countries":[{"country":"XA","role":"ORIGIN"},{"country":"XB","role":"TRANSIT"},{"country":"XC","role":"DESTINATION"}],
             "person":{"givenNames":"MARKER-NAME","ageStatus":"CHILD","sex":2,"dateOfBirth":"2012-07","citizenships":["XA"]},
             "guardian":{"name":"MARKER-NAME","appointedOn":"2026-03-02"},
             "risk":{"assessedOn":"2026-03-01"},
             "account":{"purposes":["BEGGING"],"summary":"MARKER-NAME"}}
            """;

    @Test
    void a_referral_becomes_codes_and_a_month() {
        CodedFact fact = begun("REF-REQ", REFERRAL).orElseThrow();
        assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(fact.values())
                .isEqualTo(Crowd.values(
                        Variable.SEX, "2",
                        Variable.MAJORITY, "MINOR",
                        Variable.AGE, "9-17",
                        Variable.EXPLOITATION, "BEGGING",
                        Variable.GUARDIAN, "WITHIN_A_DAY",
                        Variable.CITIZENSHIP, "XA",
                        Variable.ORIGIN, "XA",
                        Variable.TRANSIT, "XB",
                        Variable.DESTINATION, "XC",
                        Variable.REFERRAL_DECISION, "OPEN"));
        assertThat(fact.values().toString() + fact).doesNotContain("MARKER").doesNotContain("ABCD1234");
    }

    @Test
    void a_word_where_a_code_should_stand_is_not_kept() {
        CodedFact fact = begun(
                        "REF-REQ", REFERRAL.replace("BEGGING", "MARKER NAME").replace("\"XA\"", "\"MARKER\""))
                .orElseThrow();
        assertThat(fact.values().values()).noneMatch(code -> code.contains("MARKER"));
        assertThat(fact.value(Variable.EXPLOITATION)).isEqualTo(Variable.WITHHELD);
        assertThatThrownBy(() -> fact.with(Map.of(Variable.EXPLOITATION, "MARKER NAME")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("MARKER");
    }

    @Test
    void a_notice_to_the_police_is_not_a_referral() {
        assertThat(begun("REF-REQ", REFERRAL.replace("\"kind\"", "\"view\":\"POLICE\",\"kind\"")))
                .isEmpty();
    }

    @Test
    void an_answer_begins_nothing() {
        for (String kind : List.of("REF-ACK", "REF-DEC", "MLA-ACK", "MLA-DEC", "MLA-RES", "REF-ARRIVED", "MLA-POST"))
            assertThat(begun(kind, "{}")).isEmpty();
    }

    @Test
    void answers_complete_the_fact_of_the_side_that_asked() {
        CodedFact fact = begun("REF-REQ", REFERRAL).orElseThrow();
        fact = after(fact, Duration.ofHours(20), "REF-ACK", "{}");
        fact = after(fact, Duration.ofDays(5), "REF-DEC", "{\"decision\":\"DECLINED\",\"reason\":\"DUPLICATE\"}");
        assertThat(fact.value(Variable.ACK_TIME)).isEqualTo("WITHIN_1_DAY");
        assertThat(fact.value(Variable.REFERRAL_DECISION)).isEqualTo("DECLINED");
        assertThat(fact.value(Variable.DECLINE_REASON)).isEqualTo("DUPLICATE");
        assertThat(fact.value(Variable.DECISION_TIME)).isEqualTo("WITHIN_7_DAYS");
        fact = after(fact, Duration.ofDays(40), "REF-ACK", "{}");
        assertThat(fact.value(Variable.ACK_TIME)).isEqualTo("WITHIN_1_DAY");
        assertThat(after(fact, Duration.ofDays(40), "REF-ARRIVED", "{}").value(Variable.ARRIVAL_TIME))
                .isEqualTo("WITHIN_90_DAYS");
    }

    @Test
    void consent_withdrawn_before_the_arrival_cancels_and_after_it_does_not() {
        CodedFact accepted = after(
                begun("REF-REQ", REFERRAL).orElseThrow(), Duration.ofDays(1), "REF-DEC", "{\"decision\":\"ACCEPTED\"}");
        String withdrawn = "{\"change\":\"WITHDRAWN\"}";
        assertThat(after(accepted, Duration.ofDays(2), "REF-CONSENT", withdrawn).value(Variable.REFERRAL_DECISION))
                .isEqualTo("CANCELLED");
        assertThat(after(accepted, Duration.ofDays(2), "REF-CONSENT", "{\"change\":\"NARROWED\"}")
                        .value(Variable.REFERRAL_DECISION))
                .isEqualTo("ACCEPTED");
        CodedFact arrived =
                after(accepted, Duration.ofDays(9), "REF-ARRIVED", "{\"arrivedAt\":\"2026-03-06T08:00:00Z\"}");
        assertThat(arrived.value(Variable.ARRIVAL_TIME)).isEqualTo("WITHIN_3_DAYS");
        assertThat(after(arrived, Duration.ofDays(10), "REF-CONSENT", withdrawn).value(Variable.REFERRAL_DECISION))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void only_the_final_result_tells_whether_a_request_was_answered_in_time() {
        String request = """
                {"assistance":[{"type":"E"},{"type":"F"}],"offences":[{"code":"TIP"}],
                 "deadline":{"date":"2026-04-30","reasons":"trial"}}
                """;
        CodedFact fact = begun("MLA-REQ", request).orElseThrow();
        assertThat(fact.value(Variable.ASSISTANCE_TYPE)).isEqualTo("SEVERAL");
        assertThat(fact.value(Variable.OFFENCE)).isEqualTo("TIP");
        assertThat(fact.value(Variable.ASKED)).isEqualTo("XA");
        Optional<Instant> due = Coding.due(Bytes.ofUtf8(request), Optional.empty());
        assertThat(due).contains(Instant.parse("2026-04-30T23:59:59.999Z"));
        CodedFact part = Coding.complete(
                fact, slip("MLA-RES", MARCH.plus(Duration.ofDays(50))), form("{\"final\":false}"), MARCH, due);
        assertThat(part.value(Variable.ON_TIME)).isEqualTo(Variable.WITHHELD);
        CodedFact late = Coding.complete(
                part, slip("MLA-RES", MARCH.plus(Duration.ofDays(60))), form("{\"final\":true}"), MARCH, due);
        assertThat(late.value(Variable.ON_TIME)).isEqualTo("LATE");
        CodedFact postponed = after(late, Duration.ofDays(61), "MLA-POST", "{}");
        assertThat(postponed.value(Variable.POSTPONED)).isEqualTo("YES");
    }

    @Test
    void a_form_that_cannot_be_read_counts_as_a_case_that_states_nothing() {
        CodedFact fact = begun("REF-REQ", "not JSON").orElseThrow();
        assertThat(fact.values().values().stream().filter(code -> !code.equals(Variable.WITHHELD)))
                .containsExactly("OPEN");
    }

    @Test
    void an_adult_who_refuses_leaves_sex_citizenship_and_year() {
        CodedFact fact = new Refusal("2", "XB", Year.of(2026)).fact(UNIT);
        assertThat(fact.values()).isEqualTo(Crowd.values(Variable.SEX, "2", Variable.CITIZENSHIP, "XB"));
        assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 12));
        assertThatThrownBy(() -> new Refusal("F", "XB", Year.of(2026))).hasMessageContaining("sex is 0");
        assertThatThrownBy(() -> new Refusal("2", "Xb", Year.of(2026))).hasMessageContaining("ISO 3166-1");
    }

    @Test
    void every_population_has_panels_that_share_no_variable() {
        for (Population population : Population.values())
            assertThat(population.variables()).doesNotHaveDuplicates();
    }

    @Test
    void no_setting_can_be_made_laxer() {
        for (int[] lax : new int[][] {
            {10, 10, 4, 3, 90}, {11, 9, 4, 3, 90}, {11, 10, 5, 3, 90}, {11, 10, 4, 2, 90}, {11, 10, 4, 3, 29}
        })
            assertThatThrownBy(() -> new Terms(lax[0], lax[1], lax[2], lax[3], lax[4]))
                    .as(Arrays.toString(lax))
                    .hasMessageContaining("it can only be made stricter");
        assertThat(new Terms(50, 25, 1, 12, 365).shown(74)).isEqualTo(50);
        assertThat(new Terms(50, 25, 1, 12, 365).shown(49)).isZero();
    }

    private static CodedFact after(CodedFact fact, Duration time, String kind, String form) {
        return Coding.complete(fact, slip(kind, MARCH.plus(time)), form(form), MARCH, Optional.empty());
    }

    private static Optional<CodedFact> begun(String kind, String form) {
        return Coding.begin(slip(kind, MARCH), form(form), UNIT);
    }

    private static Bytes form(String text) {
        return Bytes.ofUtf8(text);
    }

    private static Slip slip(String kind, Instant at) {
        return new Slip(
                MessageId.next(at),
                new CaseId("XC-REF-2026-000001"),
                new MessageKind(kind),
                SOCIAL_XC,
                List.of(SOCIAL_XA),
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                Suite.HYBRID_2026,
                at,
                at.plusSeconds(60),
                1,
                new Digest(Bytes.ofUtf8("x").sha256().value()));
    }
}
