package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Paper.Sending;
import static org.liaison.casework.Paper.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.course.Course;
import org.liaison.casework.course.Courses;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// Complaints of victims, incident reports, technical assistance, and contact between contact points.
class CoordinationFamiliesTest {

    private static final AuthorityCode POLICE_XC = AuthorityCode.parse("xc.police.antitrafficking");
    private static final AuthorityCode POLICE_XA = AuthorityCode.parse("xa.police.antitrafficking");
    private static final AuthorityCode COORDINATOR = AuthorityCode.parse("xb.coordinator.group");
    private static final CaseId INCIDENT = new CaseId("XC-INC-2025-000001");
    private static final Sending COMPLAINING = Sending.of(POLICE_XC, POLICE_XA);
    private static final Sending REPORTING = Sending.of(POLICE_XC, COORDINATOR);
    private static final MessageKind REPORT = new MessageKind("INC-RPT");

    @Test
    void coe_27_2_a_complaint_is_transmitted_without_delay() {
        Paper held = sample("INC-VICTIM-COMPLAINT").with("/madeOn", "2025-03-05");
        assertThat(sample("INC-VICTIM-COMPLAINT").problems(COMPLAINING)).isEmpty();
        assertThat(only(held.problems(COMPLAINING)).pointer()).isEqualTo("/reasonForDelay");
        assertThat(held.with("/reasonForDelay", "The State of the offence became known today.")
                        .problems(COMPLAINING))
                .isEmpty();
        assertThat(only(sample("INC-VICTIM-COMPLAINT")
                                .with("/madeOn", "2025-03-07")
                                .problems(COMPLAINING))
                        .pointer())
                .isEqualTo("/madeOn");
    }

    @Test
    void coe_27_2_a_complaint_is_acknowledged_and_its_outcome_told() {
        Object[] turns = {">", sample("INC-VICTIM-COMPLAINT"), "<", sample("INC-ACK"), "<", sample("INC-ANS")};
        assertThat(Paper.played(INCIDENT, POLICE_XC, POLICE_XA, turns)).hasToString("INC_ANSWERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_PURSUED", "NOT_COMPETENT"})
    void ecosoc_2006_27_3_b_i_who_does_not_pursue_a_complaint_says_why_and_what_the_person_may_do(String outcome) {
        Problem[] problems =
                sample("INC-ANS").with("/outcome", outcome).problems().toArray(Problem[]::new);
        assertThat(problems).extracting(Problem::pointer).containsExactlyInAnyOrder("/reasons", "/rights");
        assertThat(problems)
                .extracting(Problem::sentence)
                .containsOnly("Who does not pursue a complaint says why, and what the person may do now.");
    }

    @Test
    void coe_11_the_identity_of_the_complainant_goes_only_with_agreement() {
        Map<String, Object> identity = Map.of("agreed", false, "name", "Sample Person One");
        assertThat(only(sample("INC-VICTIM-COMPLAINT")
                                .with("/identity", identity)
                                .problems())
                        .pointer())
                .isEqualTo("/identity/agreed");
        assertThat(sample("INC-VICTIM-COMPLAINT")
                        .with("/identity", Map.of("agreed", true, "name", "Sample Person One"))
                        .problems())
                .isEmpty();
    }

    @Test
    void coe_28_the_complainant_is_reached_only_through_the_officer() {
        for (String trace : List.of("call +99012345670", "write to somebody@example.org"))
            assertThat(only(sample("INC-VICTIM-COMPLAINT")
                                    .with("/account", "Wages were kept; " + trace + " for more.")
                                    .problems())
                            .pointer())
                    .isEqualTo("/account");
    }

    @Test
    void coe_10_3_who_may_be_a_child_is_represented() {
        for (String child : List.of("YES", "NOT_SURE"))
            assertThat(only(sample("INC-VICTIM-COMPLAINT").with("/child", child).problems())
                            .why())
                    .isEqualTo("CoE 10(3)-(4)");
    }

    @Test
    void coe_26_a_complaint_says_that_victims_are_not_punished() {
        assertThat(only(sample("INC-VICTIM-COMPLAINT").without("/nonPunishment").problems())
                        .why())
                .startsWith("CoE 26");
    }

    @Test
    void a_res_61_180_an_incident_report_is_voluntary_and_never_called_an_obligation() {
        KindOfMessage kind = Samples.FORMS.kind(REPORT).orElseThrow();
        assertThat(kind.article()).isEqualTo("voluntary: draft of October 2006, not A/RES/61/180");
        String schema = Samples.FORMS.schema(REPORT, View.WHOLE).orElseThrow();
        assertThat(schema).contains("Nobody is obliged").doesNotContainIgnoringCase("must be reported");
        assertThat(StrictJson.MAPPER.readTree(schema).path("x-article").stringValue())
                .isEqualTo("optional: asked for only in the draft of October 2006, not in A/RES/61/180");
        assertThat(only(sample("INC-RPT").without("/voluntary").problems()).pointer())
                .isEqualTo("/voluntary");
        Course course = Courses.find("INC").orElseThrow();
        assertThat(course.clocks()).noneMatch(clock -> clock.from().contains("INC_RPT"));
    }

    @Test
    void coe_11_an_incident_report_has_no_place_for_a_name_a_text_a_day_or_a_file() {
        assertThat(FreeTexts.of("INC-RPT")).isEmpty();
        assertThat(only(sample("INC-RPT").with("/name", "Sample Person One").problems())
                        .pointer())
                .isEqualTo("/name");
        assertThat(only(sample("INC-RPT").with("/record", "SAMPLEPERSONONE0").problems())
                        .pointer())
                .isEqualTo("/record");
        assertThat(sample("INC-RPT").with("/period", "2025-02-14").problems())
                .extracting(Problem::pointer)
                .containsOnly("/period");
        Sending attaching = REPORTING.attaching("list.pdf", sample("INC-RPT").form());
        assertThat(only(sample("INC-RPT").problems(attaching)).pointer()).isEqualTo("/attachments");
    }

    @Test
    void a_res_61_180_11_an_incident_is_reported_once_and_each_gets_its_part_of_the_same_record() {
        Bytes whole = sample("INC-RPT").form();
        assertThat(fields(AuthorityKind.COORDINATOR)).isEqualTo(fields(whole));
        assertThat(fields(AuthorityKind.POLICE)).contains("routes", "means").doesNotContain("needs", "context");
        assertThat(fields(AuthorityKind.NGO)).contains("needs").doesNotContain("routes", "means", "linkedOffences");
        for (AuthorityKind kind : AuthorityKind.values()) {
            Bytes part = Projection.project(whole, REPORT, kind);
            assertThat(new Paper(REPORT, part)
                            .problems(Sending.of(POLICE_XC, new AuthorityCode(POLICE_XA.country(), kind, "sample"))))
                    .as("to %s", kind)
                    .isEmpty();
            assertThat(StrictJson.MAPPER.readTree(part.toArray()).path("record").stringValue())
                    .isEqualTo("9F3A61C07BD24E58");
        }
        assertThat(sample("INC-RPT").problems(Sending.of(POLICE_XC, Samples.NGO_XA)))
                .extracting(Problem::sentence)
                .contains("The form holds more, or something else, than xa.ngo.sample-house may see.");
    }

    @Test
    void a_correction_is_the_next_revision_of_the_same_record() {
        Sending again = REPORTING.after(sample("INC-RPT").with("/revision", 2));
        assertThat(sample("INC-RPT").with("/revision", 3).problems(again)).isEmpty();
        assertThat(only(sample("INC-RPT").problems(again)).pointer()).isEqualTo("/revision");
        assertThat(only(sample("INC-RPT").with("/record", "0123456789ABCDEF").problems(again))
                        .pointer())
                .isEqualTo("/record");
        assertThat(only(sample("INC-RPT").with("/period", "2025-04").problems(REPORTING))
                        .pointer())
                .isEqualTo("/period");
        assertThat(Paper.played(
                        INCIDENT,
                        POLICE_XC,
                        COORDINATOR,
                        ">",
                        sample("INC-RPT"),
                        "<",
                        sample("INC-ACK"),
                        ">",
                        sample("INC-RPT")))
                .hasToString("INC_REPORTED");
    }

    @Test
    void ecosoc_2006_27_9_technical_assistance_never_presses_and_is_answered() {
        CaseId training = new CaseId("XC-TAS-2025-000001");
        Object[] turns = {">", sample("TA-REQ"), "<", sample("TA-ACK"), "<", sample("TA-ANS")};
        assertThat(Paper.played(training, POLICE_XC, COORDINATOR, turns)).hasToString("TAS_ANSWERED");
        assertThat(Courses.find("TAS").orElseThrow().clocks()).isEmpty();
        assertThat(only(sample("TA-ANS").without("/offer").problems()).sentence())
                .isEqualTo("Who offers something says what.");
        assertThat(only(sample("TA-ANS").with("/answer", "NOT_POSSIBLE").problems())
                        .pointer())
                .isEqualTo("/reasons");
    }

    @ParameterizedTest
    @CsvSource({
        "CON-ASK, /question, 'Who helps the person at somebody@example.org?'",
        "CON-ASK, /question, 'Who helps the holder of passport XA1234567?'",
        "CON-ASK, /question, 'Who helps the girl born on 4 May 2010?'",
        "CON-ASK, /urgentBecause, 'She waits at +990 12 345 670.'",
        "CON-ANS, /text, 'Pay into XA12 3456 7890 1234 5678.'"
    })
    void tip_6_1_contact_points_do_not_write_about_a_person(String kind, String pointer, String text) {
        Problem problem = only(sample(kind).with(pointer, text).problems());
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.why()).isEqualTo("CoE 11, TIP 6(1)");
        assertThat(problem.toString()).doesNotContain(text);
        assertThat(only(sample(kind).with("/noPersonalData", false).problems()).pointer())
                .isEqualTo("/noPersonalData");
    }

    @Test
    void a_res_61_180_10_a_contact_point_names_whom_to_ask_or_says_that_it_does_not_know() {
        CaseId question = new CaseId("XC-CON-2025-000001");
        Object[] turns = {
            ">",
            sample("CON-ASK"),
            "<",
            sample("CON-ANS"),
            ">",
            sample("CON-ASK"),
            "<",
            sample("CON-ANS"),
            ">",
            sample("CON-CLOSE")
        };
        assertThat(Paper.played(question, POLICE_XC, COORDINATOR, turns)).hasToString("CON_CLOSED");
        String sentence = "An answer names whom to ask, or says that it is not known.";
        assertThat(only(sample("CON-ANS").without("/contacts").problems()).sentence())
                .isEqualTo(sentence);
        assertThat(only(sample("CON-ANS").with("/notKnown", true).problems()).sentence())
                .isEqualTo(sentence);
        Sending answering = Sending.of(COORDINATOR, POLICE_XC).after(sample("CON-ASK"));
        assertThat(sample("CON-ANS").problems(answering)).isEmpty();
        assertThat(only(sample("CON-ANS").with("/answersNumber", 9).problems(answering))
                        .pointer())
                .isEqualTo("/answersNumber");
    }

    @ParameterizedTest
    @EnumSource(AuthorityKind.class)
    void a_res_61_180_10_everybody_may_ask_whom_to_ask(AuthorityKind kind) {
        AuthorityCode somebody = new AuthorityCode(POLICE_XA.country(), kind, "sample");
        assertThat(sample("CON-ASK").problems(Sending.of(POLICE_XC, somebody))).isEmpty();
        assertThat(sample("CON-ASK").problems(Sending.of(somebody, POLICE_XC))).isEmpty();
    }

    private static Set<String> fields(AuthorityKind recipient) {
        return fields(Projection.project(sample("INC-RPT").form(), REPORT, recipient));
    }

    private static Set<String> fields(Bytes form) {
        JsonNode json = StrictJson.MAPPER.readTree(form.toArray());
        return new TreeSet<>(json.propertyNames());
    }
}
