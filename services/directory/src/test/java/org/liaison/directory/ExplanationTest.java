package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.directory.Phonebook.CENTRAL_XA;
import static org.liaison.directory.Phonebook.CENTRAL_XC;
import static org.liaison.directory.Phonebook.POLICE_XC;
import static org.liaison.directory.Sample.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.directory.Explanation.Outcome;
import org.liaison.directory.Explanation.Point;
import org.liaison.directory.Explanation.Step;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

class ExplanationTest {

    private static final LegalBasis UNTOC = new LegalBasis("UNTOC+TIP");
    private static final LegalBasis TREATY = new LegalBasis("BILATERAL:XA-XC-2019");
    private static final MessageKind RESULT = new MessageKind("MLA-RES");
    private static final Agreement CONVENTION = Agreement.of(
            "UNTOC-TIP", Parties.any(), UNTOC, LONG_SINCE, List.of(new Family("MLA")), List.of(Channel.CENTRAL));
    private static final Agreement BILATERAL = Agreement.of(
                    "XA-XC-2019",
                    Parties.of(CENTRAL_XA.country(), CENTRAL_XC.country()),
                    TREATY,
                    LONG_SINCE,
                    List.of(new Family("MLA")),
                    List.of(Channel.CENTRAL))
            .requiring(Set.of(Requirement.ORIGINALS), List.of("en", "fr"))
            .timed(TimeLimits.DEADLINES, Map.of("acknowledgement", "5WD"));
    private static final Rulebook BOOK = new Rulebook(
            1,
            ISSUED,
            EXPIRES,
            List.of(BILATERAL, CONVENTION),
            List.of(
                    Rule.between(AuthorityKind.CENTRAL, AuthorityKind.CENTRAL, Set.of(REQUEST, RESULT), UNTOC, TREATY),
                    Rule.between(AuthorityKind.POLICE, AuthorityKind.CENTRAL, Set.of(REQUEST), UNTOC)));

    @Test
    void what_is_permitted_is_explained_from_the_states_to_the_time_limits() {
        Explanation explanation = explain(CENTRAL_XC, CENTRAL_XA, REQUEST);
        assertThat(explanation.permitted()).isTrue();
        assertThat(explanation.sentence())
                .isEqualTo("xc.central.justice may send MLA-REQ to xa.central.justice under XA-XC-2019, on the basis of"
                        + " BILATERAL:XA-XC-2019.");
        assertThat(explanation.steps())
                .containsExactly(
                        yes(Point.SENDER, "xc.central.justice is Sample authority xc.central.justice, at gateway-xc."),
                        yes(
                                Point.RECIPIENT,
                                "xa.central.justice is Central Authority, Ministry of Justice of XA, at gateway-xa."),
                        yes(
                                Point.RULE,
                                "Authorities of the kind central may send MLA-REQ to those of the kind central."),
                        yes(
                                Point.AGREEMENT,
                                "XA-XC-2019 covers MLA between XA and XC; it is in force since 2008-02-01."),
                        yes(
                                Point.LEGAL_BASIS,
                                "A form that asks for the legal basis names BILATERAL:XA-XC-2019 or UNTOC+TIP."),
                        yes(
                                Point.CHANNEL,
                                "The message goes from central authority to central authority, which the agreement"
                                        + " provides for."),
                        yes(Point.ACCEPTANCE, "xa.central.justice accepts MLA-REQ."),
                        note(Point.LANGUAGES, "Write in en."),
                        note(
                                Point.REQUIREMENTS,
                                "The agreement asks for originals. Special documents: - Dual criminality: + for search"
                                        + " Use of what is sent: @none"),
                        note(
                                Point.TIME_LIMITS,
                                "Time limits are deadlines that bind. Agreed: acknowledgement 5 working days."));
    }

    @Test
    void the_basis_that_a_form_names_chooses_the_agreement() {
        Explanation explanation = Explanation.of(
                Phonebook.directory(),
                BOOK,
                Question.of(CENTRAL_XC, CENTRAL_XA, REQUEST, NOW).on(UNTOC));
        assertThat(explanation.agreement()).contains(CONVENTION);
        assertThat(explanation.steps().getLast())
                .isEqualTo(note(Point.TIME_LIMITS, "Time limits are targets, not deadlines."));
    }

    @Test
    void what_is_denied_is_explained_up_to_the_obstacle() {
        Explanation explanation = explain(POLICE_XC, CENTRAL_XA, REQUEST);
        assertThat(explanation.permitted()).isFalse();
        assertThat(explanation.steps())
                .filteredOn(step -> step.outcome() == Outcome.NO)
                .containsExactly(new Step(
                        Point.CHANNEL,
                        Outcome.NO,
                        "A message from police of XC to central of XA would go directly between judicial authorities;"
                                + " agreement UNTOC-TIP provides for messages from central authority to central"
                                + " authority."));
        assertThat(explanation.steps())
                .extracting(Step::point)
                .containsExactly(
                        Point.SENDER, Point.RECIPIENT, Point.RULE, Point.AGREEMENT, Point.CHANNEL, Point.ACCEPTANCE);
        assertThat(explanation.steps().get(3).sentence())
                .isEqualTo("XA-XC-2019, UNTOC-TIP cover MLA between them on 2026-11-22.");
    }

    @Test
    void a_kind_that_the_recipient_does_not_accept_is_not_permitted() {
        Explanation explanation = explain(CENTRAL_XC, CENTRAL_XA, RESULT);
        assertThat(explanation.permitted()).isFalse();
        assertThat(explanation.sentence()).isEqualTo("xa.central.justice does not accept MLA-RES.");
    }

    @Test
    void somebody_whom_the_directory_does_not_know_may_nothing() {
        AuthorityCode stranger = AuthorityCode.parse("xa.central.unknown");
        Explanation explanation = explain(stranger, CENTRAL_XC, REQUEST);
        assertThat(explanation.permitted()).isFalse();
        assertThat(explanation.sentence()).isEqualTo("The directory does not know xa.central.unknown.");
    }

    @Test
    void an_agreement_whose_languages_the_recipient_does_not_read_leaves_none_to_write_in() {
        Agreement french = BILATERAL.requiring(Set.of(), List.of("fr"));
        Rulebook book = new Rulebook(1, ISSUED, EXPIRES, List.of(french), BOOK.rules());
        Explanation explanation =
                Explanation.of(Phonebook.directory(), book, Question.of(CENTRAL_XC, CENTRAL_XA, REQUEST, NOW));
        assertThat(explanation.sentence())
                .isEqualTo("xa.central.justice reads en, zh-Hant, but XA-XC-2019 accepts fr only.");
    }

    /// Whatever is asked, explanation and decision agree.
    @Test
    void an_explanation_permits_nothing_that_the_rulebook_denies() {
        List<AuthorityCode> all = new ArrayList<>(List.of(CENTRAL_XA, CENTRAL_XC, POLICE_XC));
        for (AuthorityCode from : all)
            for (AuthorityCode to : all)
                for (MessageKind kind : List.of(REQUEST, RESULT, REFERRAL)) {
                    boolean permitted = BOOK.decide(Question.of(from, to, kind, NOW)) instanceof Decision.Permitted;
                    Explanation explanation = explain(from, to, kind);
                    assertThat(explanation.permitted() && !permitted).isFalse();
                    if (!permitted) assertThat(explanation.steps()).anyMatch(step -> step.outcome() == Outcome.NO);
                }
    }

    @Test
    void the_json_has_the_answer_its_steps_and_the_agreement() {
        var json = explain(CENTRAL_XC, CENTRAL_XA, REQUEST).toJson();
        assertThat(json.path("permitted").booleanValue()).isTrue();
        assertThat(json.path("steps")).hasSize(10);
        assertThat(json.path("agreement").path("clocks").path("acknowledgement").asString())
                .isEqualTo("5WD");
        assertThat(explain(POLICE_XC, CENTRAL_XA, REQUEST).toJson().has("agreement"))
                .isFalse();
    }

    private static Explanation explain(AuthorityCode from, AuthorityCode to, MessageKind kind) {
        return Explanation.of(Phonebook.directory(), BOOK, Question.of(from, to, kind, NOW));
    }

    private static Step yes(Point point, String sentence) {
        return new Step(point, Outcome.YES, sentence);
    }

    private static Step note(Point point, String sentence) {
        return new Step(point, Outcome.NOTE, sentence);
    }
}
