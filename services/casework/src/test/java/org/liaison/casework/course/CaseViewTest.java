package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.course.Cast.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

class CaseViewTest {

    private static final CaseId CASE = new CaseId("XC-MLA-2025-000003");
    private static final CaseId REFERRAL = new CaseId("XC-REF-2025-000017");
    private static final Fact REQUEST = fact(0, CENTRAL_XC, CENTRAL_XA, "MLA_REQ");
    private static final Fact ACKNOWLEDGEMENT = fact(10, CENTRAL_XA, CENTRAL_XC, "MLA_ACK");
    private static final Fact QUESTION = fact(20, CENTRAL_XA, CENTRAL_XC, "MLA_RFI");
    private static final Fact ANSWER = fact(30, CENTRAL_XC, CENTRAL_XA, "MLA_INFO");
    private static final Fact DECISION = fact(40, CENTRAL_XA, CENTRAL_XC, "MLA_DEC_FULL");
    private static final Fact PART = fact(50, CENTRAL_XA, CENTRAL_XC, "MLA_RES_PART");
    private static final Fact RESULT = fact(60, CENTRAL_XA, CENTRAL_XC, "MLA_RES_FINAL");
    private static final Fact CLOSURE = fact(70, CENTRAL_XC, CENTRAL_XA, "MLA_CLOSE");
    private static final List<Fact> ALL =
            List.of(REQUEST, ACKNOWLEDGEMENT, QUESTION, ANSWER, DECISION, PART, RESULT, CLOSURE);

    @Test
    void both_sides_see_the_same_case_in_whatever_order_messages_arrive() {
        CaseView inOrder = CaseView.of(CASE, ALL, NOW);
        assertThat(inOrder.state()).hasToString("MLA_CLOSED");
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            List<Fact> arrived = new ArrayList<>(ALL);
            Collections.shuffle(arrived, random);
            assertThat(CaseView.of(CASE, arrived, NOW)).isEqualTo(inOrder);
        }
    }

    @Test
    void each_message_leads_one_state_further() {
        List<String> states = new ArrayList<>();
        for (int i = 0; i <= ALL.size(); i++)
            states.add(CaseView.of(CASE, ALL.subList(0, i), NOW).state().code());
        assertThat(states)
                .containsExactly(
                        "MLA_DRAFT",
                        "MLA_SUBMITTED",
                        "MLA_ACKNOWLEDGED",
                        "MLA_INFO_REQUESTED",
                        "MLA_UNDER_ASSESSMENT",
                        "MLA_ACCEPTED",
                        "MLA_PARTIALLY_EXECUTED",
                        "MLA_EXECUTED",
                        "MLA_CLOSED");
    }

    @Test
    void a_message_that_overtook_another_waits_and_then_takes_its_place() {
        CaseView early = CaseView.of(CASE, List.of(REQUEST, DECISION), NOW);
        assertThat(early.state()).hasToString("MLA_SUBMITTED");
        assertThat(early.misfits()).containsExactly(DECISION);
        CaseView later = CaseView.of(CASE, List.of(REQUEST, DECISION, ACKNOWLEDGEMENT), NOW);
        assertThat(later.state()).hasToString("MLA_ACCEPTED");
        assertThat(later.misfits()).isEmpty();
    }

    @Test
    void a_desk_whose_clock_is_slow_can_still_answer() {
        Fact fromASlowClock = fact(-5, CENTRAL_XA, CENTRAL_XC, "MLA_ACK");
        assertThat(CaseView.of(CASE, List.of(REQUEST, fromASlowClock), NOW).state())
                .hasToString("MLA_ACKNOWLEDGED");
    }

    @Test
    void the_same_message_twice_counts_once() {
        assertThat(CaseView.of(CASE, List.of(REQUEST, REQUEST, ACKNOWLEDGEMENT), NOW))
                .isEqualTo(CaseView.of(CASE, List.of(REQUEST, ACKNOWLEDGEMENT), NOW));
    }

    @Test
    void a_stranger_has_no_say_in_a_case() {
        CaseView view = CaseView.of(CASE, List.of(REQUEST), NOW);
        AuthorityCode stranger = AuthorityCode.parse("xb.central.justice");
        assertThat(view.next(fact(10, stranger, CENTRAL_XC, "MLA_ACK")))
                .isEqualTo(new Step.NotAllowed("xb.central.justice is not a party to this case."));
        assertThat(view.allowed(stranger)).isEmpty();
    }

    @Test
    void nobody_takes_over_a_case_by_claiming_to_have_opened_it_earlier() {
        Fact takeover = fact(-60, AuthorityCode.parse("xb.central.justice"), CENTRAL_XA, "MLA_REQ");
        CaseView view = CaseView.of(CASE, List.of(takeover, REQUEST), NOW);
        assertThat(view.asking()).contains(CENTRAL_XC);
        assertThat(view.misfits()).containsExactly(takeover);
    }

    /// The id of a case is known to many; who opened it is known to its parties.
    @Test
    void nobody_takes_over_a_running_case_by_handing_it_on_earlier_than_it_began() {
        CaseView running = CaseView.of(CASE, List.of(REQUEST, ACKNOWLEDGEMENT), NOW);
        AuthorityCode stranger = AuthorityCode.parse("xb.central.justice");
        AuthorityCode accomplice = AuthorityCode.parse("xb.police.border");
        Fact takeover = Cast.fact(NOW.minusSeconds(60), stranger, List.of(CENTRAL_XC, accomplice), "MLA_FWD");
        assertThat(running.hasPlaceFor(takeover, NOW)).isFalse();
        assertThat(running.mayStillFit(takeover)).isFalse();
    }

    @Test
    void nobody_is_made_to_ask_in_a_case_that_it_never_opened() {
        AuthorityCode stranger = AuthorityCode.parse("xb.central.justice");
        AuthorityCode accomplice = AuthorityCode.parse("xb.police.border");
        Fact presumption = Cast.fact(NOW, stranger, List.of(CENTRAL_XC, accomplice), "MLA_FWD");
        CaseView none = CaseView.none(CASE);
        assertThat(none.presumesToAskFor(CENTRAL_XC, presumption)).isTrue();
        assertThat(none.presumesToAskFor(accomplice, presumption)).isFalse();
    }

    @Test
    void messages_that_fit_nowhere_are_kept_up_to_a_number() {
        List<Fact> facts = new ArrayList<>(List.of(REQUEST));
        for (int i = 0; i < CaseView.MOST_MISFITS; i++) facts.add(fact(100 + i, CENTRAL_XA, CENTRAL_XC, "MLA_RESUME"));
        CaseView full = CaseView.of(CASE, facts, NOW);
        assertThat(full.misfits()).hasSize(CaseView.MOST_MISFITS);
        assertThat(full.mayStillFit(fact(500, CENTRAL_XA, CENTRAL_XC, "MLA_RESUME")))
                .isFalse();
        assertThat(full.hasPlaceFor(fact(500, CENTRAL_XA, CENTRAL_XC, "MLA_ACK"), NOW))
                .isTrue();
    }

    @Test
    void a_referral_after_an_alarm_is_answered_by_whom_it_went_to() {
        Fact alarm = fact(0, SOCIAL_XC, POLICE_XB, "REF_EMERG");
        Fact referral = fact(1, SOCIAL_XC, SOCIAL_XA, "REF_REQ");
        CaseView view = CaseView.of(REFERRAL, List.of(alarm, referral), NOW);
        assertThat(view.actor(SOCIAL_XA)).contains(Actor.ASKED);
        assertThat(view.actor(POLICE_XB)).contains(Actor.ASKED);
    }

    @Test
    void a_case_is_opened_by_a_message_of_its_family() {
        assertThat(CaseView.of(REFERRAL, List.of(REQUEST), NOW).misfits()).containsExactly(REQUEST);
        assertThat(CaseView.of(CASE, List.of(), NOW).next(ACKNOWLEDGEMENT))
                .isEqualTo(new Step.NotAllowed(
                        "MLA-ACK from xa.central.justice cannot open the case XC-MLA-2025-000003."));
    }

    @Test
    void an_answer_goes_to_the_other_side() {
        CaseView view = CaseView.of(CASE, List.of(REQUEST), NOW);
        assertThat(view.next(fact(10, CENTRAL_XA, SOCIAL_XC, "MLA_ACK")))
                .isEqualTo(new Step.NotAllowed("MLA-ACK must go to the other side of this case."));
    }

    @Test
    void a_notice_to_police_neither_holds_up_a_referral_nor_makes_police_a_party() {
        Fact notice = fact(1, SOCIAL_XC, POLICE_XB, "REF_REQ_NOTICE");
        Fact referral = fact(0, SOCIAL_XC, SOCIAL_XA, "REF_REQ");
        Fact earlierNotice = fact(-1, SOCIAL_XC, POLICE_XB, "REF_REQ_NOTICE");
        Fact acknowledgement = fact(2, SOCIAL_XA, SOCIAL_XC, "REF_ACK");
        assertThat(CaseView.of(REFERRAL, List.of(notice), NOW).state()).hasToString("REF_NOTIFIED");
        CaseView view = CaseView.of(REFERRAL, List.of(earlierNotice, referral, notice, acknowledgement), NOW);
        assertThat(view.state()).hasToString("REF_UNDER_ASSESSMENT");
        assertThat(view.misfits()).isEmpty();
        assertThat(view.actor(POLICE_XB)).isEmpty();
    }

    @Test
    void a_view_says_what_each_side_may_send() {
        CaseView view = CaseView.of(CASE, List.of(REQUEST, ACKNOWLEDGEMENT), NOW);
        assertThat(view.allowed(CENTRAL_XA))
                .contains(new MessageKind("MLA-RFI"), new MessageKind("MLA-DEC"))
                .doesNotContain(new MessageKind("MLA-INFO"));
        assertThat(view.allowed(CENTRAL_XC))
                .contains(new MessageKind("MLA-WDR"))
                .doesNotContain(new MessageKind("MLA-INFO"));
    }

    private static Fact fact(int seconds, AuthorityCode from, AuthorityCode to, String event) {
        Instant created = NOW.plusSeconds(seconds);
        return Cast.fact(created, from, List.of(to), event);
    }
}
