package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Paper.Sending;
import static org.liaison.casework.Paper.sample;
import static org.liaison.casework.Samples.FORMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

/// Extradition (UNTOC 16) and joint investigations (UNTOC 19), and what they and asset recovery share.
class JusticeFamiliesTest {

    private static final AuthorityCode ASKING = Samples.CENTRAL_XC;
    private static final AuthorityCode ASKED = Samples.CENTRAL_XA;
    private static final CaseId EXTRADITION = new CaseId("XC-EXT-2025-000001");
    private static final CaseId JOINT = new CaseId("XC-JIT-2025-000001");
    private static final Sending OUT = Sending.of(ASKING, ASKED);
    private static final Sending BACK = Sending.of(ASKED, ASKING);
    private static final Map<String, Object> CONSULTED = Map.of(
            "on", "2025-03-05",
            "with", "Sample Officer Three",
            "summary", "Conditions were considered and would not help.",
            "conditionsOffered", false);
    private static final Map<String, Object> AT_HOME =
            Map.of("instead", "PROSECUTION", "submittedTo", "Prosecutor General of XA", "submittedOn", "2025-03-05");

    static List<String> kinds() {
        return FORMS.kinds().stream()
                .map(kind -> kind.code().code())
                .filter(code -> Set.of("EXT", "JIT", "AST").contains(code.substring(0, 3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_sample_may_be_sent_by_those_whom_its_kind_names(String kind) {
        Paper paper = sample(kind);
        Sending sending = OUT;
        for (var file : new Filled(Samples.json(paper.form())).texts("/attachments", "file"))
            sending = sending.attaching(file, Bytes.ofUtf8("a file"));
        assertThat(paper.problems(sending)).isEmpty();
        KindOfMessage known = FORMS.kind(new MessageKind(kind)).orElseThrow();
        assertThat(known.senders())
                .isEqualTo(known.recipients())
                .contains(AuthorityKind.CENTRAL, AuthorityKind.PROSECUTOR);
        assertThat(known.senders().contains(AuthorityKind.POLICE)).isEqualTo(kind.startsWith("JIT"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_version_that_is_not_known_yet_gets_a_clear_answer_and_nothing_else(String kind) {
        Problem problem = only(sample(kind).with("/version", "2").problems());
        assertThat(problem.pointer()).isEqualTo("/version");
        assertThat(problem.sentence()).contains("version 2 of " + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXT-REQ", "EXT-ARRQ", "JIT-REQ", "JIT-AGR", "AST-REQ", "AST-RTN"})
    void an_empty_form_is_told_everything_it_lacks_at_once(String kind) {
        Paper empty = sample(kind).changed(form -> {
            form.removeAll();
            form.put("kind", kind).put("version", "1");
        });
        String schema = FORMS.schema(new MessageKind(kind), View.WHOLE).orElseThrow();
        List<String> missing = Samples.json(Bytes.ofUtf8(schema))
                .path("required")
                .valueStream()
                .map(field -> "/" + field.stringValue())
                .filter(field -> !Set.of("/kind", "/version").contains(field))
                .toList();
        assertThat(empty.problems()).extracting(Problem::pointer).containsAll(missing);
    }

    @Test
    void a_shared_form_names_the_article_of_the_family_that_uses_it() {
        for (var one : Map.of(
                        "MLA-COND-RSP", "UNTOC 18(26)",
                        "EXT-COND-RSP", "UNTOC 16(16)",
                        "JIT-COND-RSP", "UNTOC 19; compare 18(26)",
                        "AST-COND-RSP", "UNTOC 13(3), 18(26)")
                .entrySet())
            assertThat(only(sample(one.getKey()).without("/undertaking").problems())
                            .why())
                    .isEqualTo(one.getValue());
        assertThat(only(sample("EXT-POST").with("/reviewOn", "2025-03-05").problems(BACK))
                        .why())
                .isEqualTo("UNTOC 16; compare 18(24)");
        assertThat(only(sample("AST-POST")
                                .with("/consultation/on", "2025-03-07")
                                .problems(BACK))
                        .why())
                .isEqualTo("UNTOC 13(3), 18(26)");
    }

    // Extradition.

    @Test
    void untoc_16_1_whoever_asks_says_how_the_offence_is_punishable_in_both_states() {
        Problem problem =
                only(sample("EXT-REQ").without("/offences/0/alsoPunishable").problems());
        assertThat(problem.pointer()).isEqualTo("/offences/0/alsoPunishable");
        assertThat(problem.why()).isEqualTo("UNTOC 16(1)");
        assertThat(only(sample("EXT-REQ").without("/offences/0/penalty").problems())
                        .pointer())
                .isEqualTo("/offences/0/penalty");
    }

    @Test
    void untoc_16_4_whoever_takes_the_convention_as_the_basis_says_why() {
        Paper bare = sample("EXT-REQ").without("/conventionAsBasis");
        assertThat(only(bare.problems()).why()).isEqualTo("UNTOC 16(4)");
        assertThat(bare.with("/legalBasis", "BILATERAL:XA-XC-2019").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EXT-REQ, EIO", "EXT-REQ, FREEZE1805", "EXT-ARRQ, EIO", "JIT-REQ, FREEZE1805", "AST-REQ, EIO"})
    void what_is_made_for_evidence_or_property_is_no_basis_for_other_help(String kind, String basis) {
        assertThat(only(sample(kind).with("/legalBasis", basis).problems()).pointer())
                .isEqualTo("/legalBasis");
    }

    @Test
    void untoc_16_a_warrant_or_a_judgment_is_attached_as_the_purpose_demands() {
        assertThat(only(sample("EXT-REQ").without("/warrantFile").problems()).pointer())
                .isEqualTo("/warrantFile");
        assertThat(only(sample("EXT-REQ").with("/warrantFile", "other.pdf").problems())
                        .pointer())
                .isEqualTo("/warrantFile");
        assertThat(sample("EXT-REQ").with("/purpose", "ENFORCEMENT").problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/judgmentFile", "/sentence");
    }

    @Test
    void untoc_16_9_a_provisional_arrest_is_asked_for_in_urgency_and_the_request_follows() {
        assertThat(only(sample("EXT-ARRQ").without("/urgency").problems()).why())
                .isEqualTo("UNTOC 16(9)");
        assertThat(only(sample("EXT-ARRQ").without("/requestFollowsBy").problems())
                        .why())
                .isEqualTo("UNTOC 16(9)");
        assertThat(only(sample("EXT-ARRQ")
                                .with("/requestFollowsBy", "2025-03-05")
                                .problems(OUT))
                        .why())
                .isEqualTo("UNTOC 16(9)");
        assertThat(sample("EXT-ARR").without("/arrestedUntil").problems())
                .extracting(Problem::pointer)
                .containsExactly("/arrestedUntil");
        Sending after = OUT.after(sample("EXT-ARRQ")).attaching("warrant.pdf", Bytes.ofUtf8("a file"));
        assertThat(sample("EXT-REQ").problems(after)).isEmpty();
        Paper other = sample("EXT-REQ").with("/person/name", "Sample Person Ten");
        assertThat(only(other.problems(after)).pointer()).isEqualTo("/person/name");
        assertThat(other.with("/person/aliases", List.of("Sample Person Nine")).problems(after))
                .isEmpty();
    }

    @Test
    void untoc_16_9_an_arrest_ends_or_leads_to_the_request() {
        assertThat(Paper.played(
                        EXTRADITION,
                        ASKING,
                        ASKED,
                        ">",
                        sample("EXT-ARRQ"),
                        "<",
                        sample("EXT-ARR"),
                        ">",
                        sample("EXT-REQ"),
                        "<",
                        sample("EXT-ACK"),
                        "<",
                        sample("EXT-DEC"),
                        "<",
                        sample("EXT-SURR"),
                        "<",
                        sample("EXT-SURR").with("/step", "DONE"),
                        ">",
                        sample("EXT-CLOSE")))
                .hasToString("EXT_CLOSED");
        Paper released = sample("EXT-ARR")
                .with("/outcome", "RELEASED")
                .with("/reasons", "The request had not come by the last day.");
        assertThat(released.problems()).isEmpty();
        assertThat(only(released.without("/reasons").problems()).why()).isEqualTo("UNTOC 16(9)");
        assertThat(Paper.played(
                        EXTRADITION, ASKING, ASKED, ">", sample("EXT-ARRQ"), "<", sample("EXT-ARR"), "<", released))
                .hasToString("EXT_NOT_ARRESTED");
    }

    @Test
    void untoc_16_10_a_national_who_is_not_extradited_is_prosecuted_at_home_without_undue_delay() {
        Paper decision = sample("EXT-DEC").with("/decision", "OWN_NATIONAL").with("/consultation", CONSULTED);
        assertThat(only(decision.problems()).why()).isEqualTo("UNTOC 16(10)");
        Paper submitted = decision.with("/ownNational", AT_HOME);
        assertThat(submitted.problems()).isEmpty();
        assertThat(submitted.problems(BACK.after(sample("EXT-REQ")))).isEmpty();
        assertThat(only(submitted.with("/ownNational/submittedOn", "2025-03-07").problems(BACK))
                        .pointer())
                .isEqualTo("/ownNational/submittedOn");
        assertThat(Paper.played(
                        EXTRADITION,
                        ASKING,
                        ASKED,
                        ">",
                        sample("EXT-REQ"),
                        "<",
                        sample("EXT-ACK"),
                        "<",
                        sample("EXT-CONSULT"),
                        "<",
                        submitted,
                        "<",
                        sample("EXT-OUTCOME")))
                .hasToString("EXT_CLOSED");
    }

    @Test
    void untoc_16_10_only_a_national_is_kept_for_being_one_and_nationality_is_no_ground_for_refusing() {
        Paper foreign = sample("EXT-REQ").with("/person/nationalities", List.of("XB"));
        Paper decision = sample("EXT-DEC")
                .with("/decision", "OWN_NATIONAL")
                .with("/consultation", CONSULTED)
                .with("/ownNational", AT_HOME);
        assertThat(only(decision.problems(BACK.after(foreign))).pointer()).isEqualTo("/ownNational/proof");
        assertThat(decision.with("/ownNational/proof", "Entry 0042 of the civil register")
                        .problems(BACK.after(foreign)))
                .isEmpty();
        assertThat(only(refused("NATIONALITY").problems()).why()).isEqualTo("UNTOC 16(10)");
    }

    @Test
    void untoc_16_11_accepted_conditions_travel_with_the_surrender() {
        Sending accepted = BACK.after(sample("EXT-COND"), sample("EXT-COND-RSP"));
        Problem problem = only(sample("EXT-SURR").problems(accepted));
        assertThat(problem.pointer()).isEqualTo("/conditions");
        assertThat(problem.why()).isEqualTo("UNTOC 16(11)");
        var offered = Samples.json(sample("EXT-COND").form()).path("conditions");
        assertThat(sample("EXT-SURR").with("/conditions", offered).problems(accepted))
                .isEmpty();
        assertThat(only(sample("EXT-DEC").with("/decision", "CONDITIONAL").problems())
                        .why())
                .isEqualTo("UNTOC 16(11)");
        Paper conditional = sample("EXT-DEC").with("/decision", "CONDITIONAL").with("/conditions", offered);
        assertThat(conditional.problems()).isEmpty();
        assertThat(only(sample("EXT-SURR").problems(BACK.after(conditional, sample("EXT-COND-RSP"))))
                        .sentence())
                .startsWith("2 conditions");
    }

    @Test
    void untoc_16_12_only_a_sentence_is_enforced_instead() {
        Paper decision = sample("EXT-DEC")
                .with("/decision", "OWN_NATIONAL")
                .with("/consultation", CONSULTED)
                .with("/ownNational", AT_HOME)
                .with("/ownNational/instead", "ENFORCEMENT");
        assertThat(only(decision.problems(BACK.after(sample("EXT-REQ")))).why()).isEqualTo("UNTOC 16(10), 16(12)");
        assertThat(decision.problems(BACK.after(sample("EXT-REQ").with("/purpose", "ENFORCEMENT"))))
                .isEmpty();
        assertThat(only(sample("EXT-OUTCOME").without("/sentence").problems()).why())
                .isEqualTo("UNTOC 16(10), 16(12)");
    }

    @Test
    void untoc_16_13_fair_treatment_is_assured_and_told_in_a_language_understood() {
        assertThat(only(sample("EXT-REQ")
                                .with("/assurances/fairTreatment", false)
                                .problems())
                        .why())
                .isEqualTo("UNTOC 16(13)");
        assertThat(only(sample("EXT-REQ").without("/assurances").problems()).why())
                .isEqualTo("UNTOC 16(13)");
        assertThat(sample("EXT-ARR").without("/toldInLanguage").problems())
                .extracting(Problem::why)
                .containsExactly("UNTOC 16(13)");
        assertThat(sample("EXT-SURR")
                        .with("/step", "DONE")
                        .without("/detainedSince")
                        .problems())
                .extracting(Problem::why)
                .containsExactly("UNTOC 16(13)");
    }

    @Test
    void untoc_16_14_nobody_needs_to_be_extradited_into_persecution() {
        Paper decision = refused("UNTOC_16_14");
        assertThat(only(decision.problems()).why()).isEqualTo("UNTOC 16(14)");
        assertThat(decision.with("/persecution", List.of("POLITICAL_OPINIONS")).problems())
                .isEmpty();
        assertThat(sample("EXT-CONSULT").problems(BACK.after(sample("EXT-REQ"))))
                .isEmpty();
        assertThat(only(sample("EXT-CONSULT").with("/ground", "UNTOC_18_21_B").problems(BACK.after(sample("EXT-REQ"))))
                        .sentence())
                .isEqualTo("This is not a ground for refusing a request of this family.");
    }

    @Test
    void untoc_16_15_fiscal_matters_are_never_the_sole_ground() {
        assertThat(only(refused("FISCAL").problems()).why()).isEqualTo("UNTOC 16(15)");
        assertThat(only(sample("EXT-CONSULT").with("/ground", "FISCAL").problems())
                        .why())
                .isEqualTo("UNTOC 16(15)");
    }

    @Test
    void untoc_16_16_nothing_is_refused_without_consultation() {
        Paper hasty = refused("UNTOC_16_1").without("/consultation");
        assertThat(only(hasty.problems()).why()).isEqualTo("UNTOC 16(16)");
        assertThat(only(refused("UNTOC_16_1")
                                .with("/consultation/on", "2025-03-06")
                                .problems(BACK))
                        .why())
                .isEqualTo("UNTOC 16(16)");
        assertThat(only(refused("UNTOC_16_1").without("/reasons").problems()).why())
                .isEqualTo("UNTOC 16(16)");
        assertThat(Paper.played(
                        EXTRADITION,
                        ASKING,
                        ASKED,
                        ">",
                        sample("EXT-REQ"),
                        "<",
                        sample("EXT-ACK"),
                        "<",
                        sample("EXT-CONSULT"),
                        ">",
                        sample("EXT-CONSULT-RSP"),
                        "<",
                        refused("UNTOC_16_1")))
                .hasToString("EXT_REFUSED");
    }

    @Test
    void a_surrender_is_arranged_ahead_and_reported_afterwards() {
        assertThat(only(sample("EXT-SURR").with("/at", "2025-03-06T08:59:59Z").problems(BACK))
                        .pointer())
                .isEqualTo("/at");
        assertThat(only(sample("EXT-SURR").with("/step", "DONE").problems(BACK)).pointer())
                .isEqualTo("/at");
        assertThat(sample("EXT-SURR")
                        .with("/step", "DONE")
                        .with("/at", "2025-03-06T08:59:59Z")
                        .with("/detainedSince", "2025-02-06")
                        .problems(BACK))
                .isEmpty();
    }

    // Joint investigation.

    @Test
    void untoc_19_the_sovereignty_of_the_host_is_respected() {
        assertThat(only(sample("JIT-AGR").with("/hostSovereignty", false).problems())
                        .why())
                .isEqualTo("UNTOC 19");
        assertThat(only(sample("JIT-AGR")
                                .with("/leaders/0/authority", "xc.prosecutor.general")
                                .problems())
                        .pointer())
                .isEqualTo("/leaders/0/authority");
        Problem abroad = only(
                sample("JIT-NOTE").with("/measure/ledBy", "xc.police.border").problems());
        assertThat(abroad.pointer()).isEqualTo("/measure/ledBy");
        assertThat(abroad.mend()).contains("sovereignty");
        assertThat(only(sample("JIT-NOTE").without("/measure").problems()).pointer())
                .isEqualTo("/measure");
    }

    @Test
    void untoc_19_nobody_signs_the_own_text_and_what_is_signed_is_the_last_one() {
        assertThat(sample("JIT-AGR-RSP").problems(BACK.after(sample("JIT-AGR"))))
                .isEmpty();
        Paper later = sample("JIT-AGR").with("/number", 2).with("/runsUntil", "2027-03-31");
        assertThat(sample("JIT-AGR-RSP").problems(BACK.after(sample("JIT-AGR"), later)))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/answersNumber", "/runsUntil");
        Paper wanted = sample("JIT-AGR-RSP")
                .with("/answer", "CHANGES_WANTED")
                .with("/changes", List.of("Until the end of June only."))
                .without("/signedBy")
                .without("/signedOn")
                .without("/runsUntil");
        assertThat(wanted.problems()).isEmpty();
        assertThat(Paper.played(
                        JOINT,
                        ASKING,
                        ASKED,
                        ">",
                        sample("JIT-REQ"),
                        "<",
                        sample("JIT-ACK"),
                        "<",
                        sample("JIT-DEC"),
                        ">",
                        sample("JIT-AGR"),
                        "<",
                        wanted,
                        "<",
                        later,
                        ">",
                        sample("JIT-AGR-RSP"),
                        "<",
                        sample("JIT-NOTE"),
                        ">",
                        sample("JIT-AGR"),
                        ">",
                        sample("JIT-NOTE"),
                        "<",
                        wanted,
                        "<",
                        sample("JIT-END"),
                        ">",
                        sample("JIT-CLOSE")))
                .hasToString("JIT_CLOSED");
    }

    @Test
    void untoc_19_the_side_that_proposed_a_text_cannot_sign_it() {
        List<Object> proposed =
                List.of(">", sample("JIT-REQ"), "<", sample("JIT-ACK"), "<", sample("JIT-DEC"), "<", sample("JIT-AGR"));
        assertThat(Paper.played(JOINT, ASKING, ASKED, proposed.toArray())).hasToString("JIT_TEXT_FROM_ASKED");
        List<Object> own = new ArrayList<>(proposed);
        own.addAll(List.of("<", sample("JIT-AGR-RSP")));
        assertThatThrownBy(() -> Paper.played(JOINT, ASKING, ASKED, own.toArray()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("JIT-AGR-RSP");
    }

    @Test
    void untoc_19_whoever_proposes_takes_part() {
        assertThat(only(sample("JIT-REQ").with("/states", List.of("XA", "XB")).problems(OUT))
                        .pointer())
                .isEqualTo("/states");
        Sending withText = OUT.attaching("agreement.pdf", Bytes.ofUtf8("a file"));
        assertThat(only(sample("JIT-AGR").without("/leaders/1").problems(withText))
                        .pointer())
                .isEqualTo("/leaders");
    }

    @Test
    void untoc_19_a_refusal_has_reasons_and_a_consultation_before_it() {
        Paper bare = sample("JIT-DEC").with("/decision", "REFUSED").without("/authority");
        assertThat(bare.problems()).extracting(Problem::pointer).containsExactlyInAnyOrder("/reasons", "/consultation");
        assertThat(only(sample("JIT-DEC").without("/authority").problems()).pointer())
                .isEqualTo("/authority");
    }

    @Test
    void what_was_gathered_together_stays_bound() {
        assertThat(only(sample("JIT-END").with("/useLimitationKept", false).problems())
                        .why())
                .isEqualTo("UNTOC 19; compare 18(19)");
        assertThat(only(sample("JIT-AGR").without("/useOfEvidence").problems()).why())
                .isEqualTo("UNTOC 19; compare 18(19)");
    }

    private static Paper refused(String ground) {
        return sample("EXT-DEC")
                .with("/decision", "REFUSED")
                .with("/ground", ground)
                .with("/reasons", "The act is not punishable here.")
                .with("/consultation", CONSULTED);
    }
}
