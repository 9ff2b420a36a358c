package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Paper.Sending;
import static org.liaison.casework.Paper.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.casework.course.Deadlines;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Step;
import org.liaison.casework.course.Terms;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageKind;

/// Police information (UNTOC 27), spontaneous information (UNTOC 18(4)-(5)) and witness protection (UNTOC 24).
class PoliceFamiliesTest {

    private static final AuthorityCode POLICE_XA = AuthorityCode.parse("xa.police.antitrafficking");
    private static final AuthorityCode POLICE_XB = AuthorityCode.parse("xb.police.border");
    private static final AuthorityCode NCB_XB = AuthorityCode.parse("xb.ncb.bureau");
    private static final CaseId REQUEST = new CaseId("XA-INT-2025-000001");
    private static final CaseId OFFER = new CaseId("XA-SPI-2025-000001");
    private static final CaseId WITNESS = new CaseId("XA-WIT-2025-000001");
    private static final Sending ASKING = Sending.of(POLICE_XA, POLICE_XB);
    private static final Sending ANSWERING = Sending.of(POLICE_XB, POLICE_XA);
    private static final List<Map<String, Object>> OTHER_TERMS =
            List.of(Map.of("number", 1, "type", "CONFIDENTIAL", "text", "To be told to nobody at all."));

    @ParameterizedTest
    @CsvSource({"DIRECTLY_AVAILABLE, PT8H", "OBTAINABLE, P4D", "OTHER, P8D"})
    void untoc_27_the_request_says_how_soon_it_can_be_had_and_so_when_the_answer_is_due(
            String availability, Duration length) {
        Paper request = sample("INT-REQ").with("/availability", availability);
        Fact sent = request.fact(REQUEST, POLICE_XA, POLICE_XB, Paper.NOW);
        Deadline due = Deadlines.of(CaseView.of(REQUEST, List.of(sent), Paper.NOW), Terms.USUAL)
                .getFirst();
        // Days are over when the last one is: 3 and 7 days after the sixth end with the ninth and the thirteenth.
        Instant start = length.toHours() < 24 ? Paper.NOW : Instant.parse("2025-03-06T00:00:00Z");
        assertThat(due.due()).contains(start.plus(length));
        assertThat(due.mustAct()).containsExactly(POLICE_XB);
    }

    @Test
    void untoc_27_whoever_wants_an_urgent_answer_says_why() {
        Problem problem = only(sample("INT-REQ").without("/urgency").problems());
        assertThat(problem.sentence()).isEqualTo("Who asks for an urgent answer says why.");
        assertThat(sample("INT-REQ")
                        .without("/urgency")
                        .with("/availability", "OTHER")
                        .problems())
                .isEmpty();
    }

    @Test
    void untoc_27_every_item_is_answered_over_the_parts_or_the_answer_is_not_final() {
        Paper first = sample("INT-ANS").with("/final", false).without("/answers/1");
        Paper last = sample("INT-ANS").with("/part", 2).without("/answers/0");
        Paper request = sample("INT-REQ");
        assertThat(first.problems(ANSWERING.after(request))).isEmpty();
        assertThat(last.problems(ANSWERING.after(request, first))).isEmpty();
        assertThat(only(last.problems(ANSWERING.after(request))).sentence())
                .isEqualTo("Item 1 of the request is not answered, and nothing more is to follow.");
    }

    @Test
    void untoc_27_information_is_evaluated_by_whoever_gives_it() {
        Problem problem =
                only(sample("INT-ANS").without("/answers/0/evaluation").problems());
        assertThat(problem.sentence()).isEqualTo("Information is evaluated by whoever gives it.");
        for (String code : List.of("D", "E"))
            assertThat(only(sample("INT-ANS")
                                    .with("/answers/0/evaluation/source", code)
                                    .problems())
                            .sentence())
                    .contains("A, B, C, X");
    }

    @Test
    void untoc_27_a_refusal_gives_its_reasons() {
        assertThat(sample("INT-DEC").without("/reasons").without("/otherWay").problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/reasons", "/otherWay");
        assertThat(Paper.played(REQUEST, POLICE_XA, POLICE_XB, ">", sample("INT-REQ"), "<", sample("INT-DEC")))
                .hasToString("INT_REFUSED");
    }

    @Test
    void untoc_27_items_have_numbers_of_their_own() {
        assertThat(only(sample("INT-REQ").with("/items/1/item", 1).problems()).pointer())
                .isEqualTo("/items/1/item");
    }

    @Test
    void tip_10_1_whoever_is_found_to_be_a_victim_is_not_punished_and_is_offered_care() {
        for (String finding : List.of("VICTIM", "VICTIM_PRESUMED")) {
            Paper bare = sample("INT-ANS").with("/border", Map.of("finding", finding));
            assertThat(bare.problems())
                    .extracting(Problem::why)
                    .containsOnly("CoE 26, 10(2)")
                    .isNotEmpty();
        }
        assertThat(sample("INT-ANS")
                        .with("/border", Map.of("finding", "PERPETRATOR"))
                        .problems())
                .isEmpty();
        assertThat(only(sample("INT-ANS").with("/border/nonPunishment", false).problems())
                        .why())
                .isEqualTo("CoE 26, Dir 2011/36 8");
    }

    @Test
    void tip_10_3_the_code_h3_is_put_into_words() {
        assertThat(only(sample("INT-ANS").without("/handling/restriction").problems())
                        .sentence())
                .isEqualTo("The code H3 says that there is another restriction, but not which.");
        assertThat(only(sample("INT-ANS").without("/handling").problems()).pointer())
                .isEqualTo("/handling");
    }

    @Test
    void tip_10_3_the_codes_of_the_form_are_those_of_the_slip() {
        assertThat(Handling.of(sample("INT-ANS").form(), List.of(HandlingCode.H0)))
                .containsExactly(HandlingCode.H0, HandlingCode.H1, HandlingCode.H2, HandlingCode.H3);
        assertThat(Handling.of(sample("INT-DEC").form(), List.of(HandlingCode.H2)))
                .containsExactly(HandlingCode.H2);
        assertThat(Handling.of(Bytes.ofUtf8("no form"), List.of())).isEmpty();
    }

    @Test
    void tip_10_3_an_answer_carries_its_purpose_and_other_use_needs_permission() {
        assertThat(only(sample("INT-ANS").without("/useLimitation").problems()).why())
                .isEqualTo("TIP 10(3)");
        assertThat(only(sample("INT-CLOSE").with("/useLimitationKept", false).problems())
                        .why())
                .isEqualTo("TIP 10(3)");
    }

    @Test
    void tip_10_3_permission_is_asked_and_given_also_when_the_case_is_over() {
        assertThat(Paper.played(
                        REQUEST,
                        POLICE_XA,
                        POLICE_XB,
                        ">",
                        sample("INT-REQ"),
                        "<",
                        sample("INT-ACK"),
                        "<",
                        sample("INT-RFI"),
                        ">",
                        sample("INT-INFO"),
                        "<",
                        sample("INT-ANS").with("/final", false),
                        "<",
                        sample("INT-ANS"),
                        ">",
                        sample("INT-CLOSE"),
                        ">",
                        sample("INT-USEQ"),
                        "<",
                        sample("INT-USED")))
                .hasToString("INT_CLOSED");
        Fact granted = sample("INT-USED").fact(REQUEST, POLICE_XB, POLICE_XA, Paper.NOW);
        assertThat(granted.event().name()).endsWith("_USED_GRANTED");
        assertThat(granted.marks()).containsEntry("passTo", "xb.prosecutor.general");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT-RFI", "INT-INFO", "INT-USEQ", "INT-USED", "SPI-USEQ", "SPI-USED", "SPI-EXCULP"})
    void a_form_that_families_share_names_the_article_of_its_own_family(String kind) {
        String answer = kind.endsWith("-INFO") ? "/answers" : kind.endsWith("-RFI") ? "/items" : "/purposes";
        String pointer = kind.endsWith("-EXCULP") ? "/what" : answer;
        List<Problem> problems = sample(kind).without(pointer).problems();
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.why())
                        .isEqualTo(
                                kind.startsWith("SPI")
                                        ? "UNTOC 18(5)"
                                        : kind.contains("USE") ? "TIP 10(3)" : "UNTOC 27(1)"));
    }

    @Test
    void untoc_27_police_write_to_police_and_national_bureaus_only() {
        assertThat(recipients("INT-ANS")).containsExactlyInAnyOrder(AuthorityKind.POLICE, AuthorityKind.NCB);
        assertThat(sample("INT-REQ").problems(Sending.of(NCB_XB, POLICE_XA))).isEmpty();
        assertThat(only(sample("INT-REQ").problems(Sending.of(POLICE_XA, Samples.NGO_XA)))
                        .sentence())
                .startsWith("INT-REQ does not go to an authority of kind ngo");
    }

    @Test
    void untoc_18_5_there_is_no_way_to_information_on_terms_but_through_their_acceptance() {
        Paper bound = sample("SPI-INFO");
        Paper free = free();
        Paper declined = declined();
        Object[] proposed = {">", sample("SPI-TERMS")};
        Object[] refused = {">", sample("SPI-TERMS"), "<", declined};
        assertThat(notAllowed(bound)).contains("cannot open");
        assertThat(notAllowed(bound, proposed)).contains("terms have been proposed");
        assertThat(notAllowed(free, proposed)).contains("terms have been proposed");
        assertThat(notAllowed(bound, refused)).contains("terms are declined");
        assertThat(Paper.played(
                        OFFER,
                        POLICE_XA,
                        POLICE_XB,
                        ">",
                        sample("SPI-TERMS"),
                        "<",
                        sample("SPI-TERMS-RSP"),
                        ">",
                        bound))
                .hasToString("SPI_INFORMED_ON_TERMS");
    }

    @Test
    void untoc_18_4_information_without_terms_goes_at_once() {
        assertThat(free().problems(ASKING)).isEmpty();
        assertThat(Paper.played(OFFER, POLICE_XA, POLICE_XB, ">", free())).hasToString("SPI_INFORMED");
    }

    @Test
    void coe_34_3_when_terms_are_declined_the_giver_decides() {
        for (Paper next : List.of(sample("SPI-TERMS"), free(), sample("SPI-WDR")))
            assertThat(Paper.played(OFFER, POLICE_XA, POLICE_XB, ">", sample("SPI-TERMS"), "<", declined(), ">", next))
                    .isNotNull();
        assertThat(sample("SPI-TERMS-RSP").with("/answer", "DECLINED").problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/cannotKeep", "/reasons");
        Sending second =
                ANSWERING.after(sample("SPI-TERMS"), sample("SPI-TERMS").with("/number", 2));
        assertThat(only(sample("SPI-TERMS-RSP").problems(second)).pointer()).isEqualTo("/answersNumber");
    }

    @Test
    void untoc_18_5_accepted_terms_travel_with_the_information_word_for_word() {
        Sending sending = ASKING.after(sample("SPI-TERMS"));
        assertThat(sample("SPI-INFO").problems(sending)).isEmpty();
        assertThat(only(sample("SPI-INFO").without("/boundTerms").problems()).why())
                .isEqualTo("UNTOC 18(5), CoE 34(3)");
        assertThat(only(sample("SPI-INFO").with("/boundTerms", OTHER_TERMS).problems(sending))
                        .pointer())
                .isEqualTo("/boundTerms");
        assertThat(only(sample("SPI-INFO")
                                .with("/handling/codes", List.of("H0"))
                                .problems(sending))
                        .pointer())
                .isEqualTo("/handling/codes");
    }

    @Test
    void untoc_18_5_what_restricts_is_agreed_before_not_sent_along() {
        assertThat(only(free().with("/handling/codes", List.of("H2")).problems())
                        .why())
                .isEqualTo("UNTOC 18(5), CoE 34(3)");
        assertThat(only(free().with("/boundTerms", OTHER_TERMS).problems()).sentence())
                .isEqualTo("Terms bind only if they were proposed and accepted before.");
    }

    @Test
    void coe_34_3_terms_are_agreed_with_one_authority_at_a_time() {
        Sending two = Sending.of(POLICE_XA, POLICE_XB, NCB_XB);
        assertThat(only(sample("SPI-TERMS").problems(two)).why()).isEqualTo("CoE 34(3)");
        assertThat(only(sample("SPI-INFO").problems(two.after(sample("SPI-TERMS"))))
                        .why())
                .isEqualTo("CoE 34(3)");
        assertThat(free().problems(two)).isEmpty();
    }

    @Test
    void untoc_18_5_disclosure_for_an_accused_person_is_told_before_or_explained() {
        Paper late = sample("SPI-EXCULP").with("/disclosureOn", "2025-03-01");
        assertThat(sample("SPI-EXCULP").problems(ANSWERING)).isEmpty();
        assertThat(only(late.problems(ANSWERING)).pointer()).isEqualTo("/whyNotBefore");
        Object[] informed = {">", free(), "<", sample("SPI-EXCULP"), "<", sample("SPI-USEQ"), ">", sample("SPI-USED")};
        assertThat(Paper.played(OFFER, POLICE_XA, POLICE_XB, informed)).hasToString("SPI_INFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WIT-REQ", "WIT-ACK", "WIT-ANS", "WIT-CLOSE"})
    void untoc_24_no_form_has_a_place_for_who_or_where_the_person_is(String kind) {
        assertThat(FreeTexts.of(kind)).allMatch(place -> place.startsWith("/officer/"));
        assertThat(only(sample(kind).with("/name", "Sample Person One").problems())
                        .sentence())
                .isEqualTo("The form has a field here that its kind does not know.");
        Sending attaching = Sending.of(POLICE_XA, POLICE_XB)
                .attaching("photo.jpg", sample(kind).form());
        assertThat(only(sample(kind).problems(attaching)).pointer()).isEqualTo("/attachments");
    }

    @Test
    void untoc_24_only_police_prosecutors_and_central_authorities_write_about_witnesses() {
        for (String kind : List.of("WIT-REQ", "WIT-ACK", "WIT-ANS", "WIT-CLOSE"))
            assertThat(recipients(kind))
                    .isEqualTo(Set.of(AuthorityKind.POLICE, AuthorityKind.PROSECUTOR, AuthorityKind.CENTRAL));
    }

    @Test
    void untoc_24_3_an_enquiry_about_relocation_says_what_a_place_has_to_offer() {
        assertThat(only(sample("WIT-REQ").without("/relocation").problems()).why())
                .isEqualTo("UNTOC 24(3)");
        assertThat(only(sample("WIT-REQ").with("/relocation/children", 4).problems())
                        .pointer())
                .isEqualTo("/relocation/children");
    }

    @Test
    void untoc_24_2_b_testimony_by_video_is_arranged_with_what_protects_the_witness() {
        Paper video = sample("WIT-REQ").with("/topic", "VIDEO_TESTIMONY");
        assertThat(only(video.problems()).why()).isEqualTo("UNTOC 24(2)(b)");
        Map<String, Object> hearing =
                Map.of("start", "2025-03-20T09:00:00Z", "minutes", 60, "voiceChanged", true, "faceHidden", true);
        assertThat(video.with("/video", hearing).problems(ASKING)).isEmpty();
        Paper past = video.with("/video", hearing).with("/video/start", "2025-03-06T08:59:59Z");
        assertThat(only(past.problems(ASKING)).pointer()).isEqualTo("/video/start");
        assertThat(only(video.with("/video", hearing)
                                .without("/video/faceHidden")
                                .problems())
                        .pointer())
                .isEqualTo("/video/faceHidden");
    }

    @Test
    void untoc_24_4_the_protection_is_also_for_victims_who_are_witnesses() {
        assertThat(only(sample("WIT-REQ").without("/isVictim").problems()).why())
                .isEqualTo("UNTOC 24(4)");
    }

    @Test
    void untoc_24_2_a_one_contact_is_about_one_person_from_the_first_word_to_the_last() {
        Sending answering = ANSWERING.after(sample("WIT-REQ"));
        assertThat(sample("WIT-ANS").problems(answering)).isEmpty();
        assertThat(only(sample("WIT-ANS").with("/pseudonym", "OTHER0ONE").problems(answering))
                        .pointer())
                .isEqualTo("/pseudonym");
        assertThat(only(sample("WIT-ANS").with("/answersNumber", 2).problems(answering))
                        .pointer())
                .isEqualTo("/answersNumber");
        Object[] talks = {
            ">", sample("WIT-REQ"), "<", sample("WIT-ACK"), "<", sample("WIT-ANS"),
            ">", sample("WIT-REQ"), "<", sample("WIT-ANS"), ">", sample("WIT-CLOSE")
        };
        assertThat(Paper.played(WITNESS, POLICE_XA, POLICE_XB, talks)).hasToString("WIT_CLOSED");
    }

    private static Paper free() {
        return sample("SPI-INFO")
                .with("/terms", "NONE")
                .without("/boundTerms")
                .with("/handling", Map.of("codes", List.of("H0")));
    }

    private static Paper declined() {
        return sample("SPI-TERMS-RSP")
                .with("/answer", "DECLINED")
                .with("/cannotKeep", List.of(1))
                .with("/reasons", "Our law makes us tell the prosecutor.");
    }

    private static String notAllowed(Paper paper, Object... before) {
        List<Fact> facts = new java.util.ArrayList<>();
        Instant at = Paper.NOW;
        for (int i = 0; i < before.length; i += 2) {
            boolean out = before[i].equals(">");
            facts.add(
                    ((Paper) before[i + 1]).fact(OFFER, out ? POLICE_XA : POLICE_XB, out ? POLICE_XB : POLICE_XA, at));
            at = at.plusSeconds(60);
        }
        Step step = CaseView.of(OFFER, facts, at).next(paper.fact(OFFER, POLICE_XA, POLICE_XB, at));
        assertThat(step).isInstanceOf(Step.NotAllowed.class);
        return ((Step.NotAllowed) step).sentence();
    }

    private static Set<AuthorityKind> recipients(String kind) {
        return new TreeSet<>(
                Samples.FORMS.kind(new MessageKind(kind)).orElseThrow().recipients());
    }
}
