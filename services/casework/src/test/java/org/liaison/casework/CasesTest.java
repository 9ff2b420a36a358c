package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CasesTest {

    /// Every pair that is allowed, written down a second time by hand: state, event, actor -> state.
    private static final Set<String> ALLOWED = Set.of("""
            DRAFT REF_REQ_NOTICE ASKING REF_NOTIFIED
            DRAFT REF_REQ ASKING REF_SENT
            REF_NOTIFIED REF_REQ_NOTICE ASKING REF_NOTIFIED
            REF_NOTIFIED REF_REQ ASKING REF_SENT
            REF_SENT REF_REQ_NOTICE ASKING REF_SENT
            REF_SENT REF_ACK ASKED REF_UNDER_ASSESSMENT
            REF_UNDER_ASSESSMENT REF_REQ_NOTICE ASKING REF_UNDER_ASSESSMENT
            REF_UNDER_ASSESSMENT REF_DEC_ACCEPTED ASKED REF_ACCEPTED
            REF_UNDER_ASSESSMENT REF_DEC_ACCEPTED_PARTIAL ASKED REF_ACCEPTED
            REF_UNDER_ASSESSMENT REF_DEC_DECLINED ASKED REF_DECLINED
            REF_ACCEPTED REF_REQ_NOTICE ASKING REF_ACCEPTED
            DRAFT MLA_REQ ASKING MLA_SUBMITTED
            MLA_SUBMITTED MLA_ACK ASKED MLA_ACKNOWLEDGED
            MLA_ACKNOWLEDGED MLA_RFI ASKED MLA_INFO_REQUESTED
            MLA_ACKNOWLEDGED MLA_DEC_FULL ASKED MLA_ACCEPTED
            MLA_ACKNOWLEDGED MLA_DEC_PARTIAL ASKED MLA_PARTIALLY_ACCEPTED
            MLA_ACKNOWLEDGED MLA_DEC_REFUSED ASKED MLA_REFUSED
            MLA_UNDER_ASSESSMENT MLA_RFI ASKED MLA_INFO_REQUESTED
            MLA_UNDER_ASSESSMENT MLA_DEC_FULL ASKED MLA_ACCEPTED
            MLA_UNDER_ASSESSMENT MLA_DEC_PARTIAL ASKED MLA_PARTIALLY_ACCEPTED
            MLA_UNDER_ASSESSMENT MLA_DEC_REFUSED ASKED MLA_REFUSED
            MLA_INFO_REQUESTED MLA_INFO ASKING MLA_UNDER_ASSESSMENT
            MLA_ACCEPTED MLA_RFI ASKED MLA_INFO_REQUESTED_IN_EXECUTION
            MLA_ACCEPTED MLA_RES_PART ASKED MLA_PARTIALLY_EXECUTED
            MLA_ACCEPTED MLA_RES_FINAL ASKED MLA_EXECUTED
            MLA_PARTIALLY_ACCEPTED MLA_RFI ASKED MLA_INFO_REQUESTED_IN_EXECUTION
            MLA_PARTIALLY_ACCEPTED MLA_RES_PART ASKED MLA_PARTIALLY_EXECUTED
            MLA_PARTIALLY_ACCEPTED MLA_RES_FINAL ASKED MLA_EXECUTED
            MLA_INFO_REQUESTED_IN_EXECUTION MLA_INFO ASKING MLA_IN_EXECUTION
            MLA_IN_EXECUTION MLA_RFI ASKED MLA_INFO_REQUESTED_IN_EXECUTION
            MLA_IN_EXECUTION MLA_RES_PART ASKED MLA_PARTIALLY_EXECUTED
            MLA_IN_EXECUTION MLA_RES_FINAL ASKED MLA_EXECUTED
            MLA_PARTIALLY_EXECUTED MLA_RES_PART ASKED MLA_PARTIALLY_EXECUTED
            MLA_PARTIALLY_EXECUTED MLA_RES_FINAL ASKED MLA_EXECUTED
            MLA_EXECUTED MLA_CLOSE ASKING MLA_CLOSED
            """.strip().split("\n"));

    @Test
    void every_state_event_and_actor_has_the_answer_that_was_written_down() {
        Set<String> moved = new HashSet<>();
        for (CaseState state : CaseState.values())
            for (Event event : Event.values())
                for (Actor actor : Actor.values())
                    switch (Cases.next(state, event, actor)) {
                        case Step.Moved(CaseState to, List<CaseState> _) ->
                            moved.add(state + " " + event + " " + actor + " " + to);
                        case Step.NotAllowed(String sentence) ->
                            assertThat(sentence).contains(event.kind().code(), state.sentence());
                    }
        assertThat(moved).isEqualTo(ALLOWED);
    }

    @Test
    void nothing_moves_a_case_out_of_a_terminal_state() {
        for (CaseState state : CaseState.values())
            if (state.terminal())
                for (Actor actor : Actor.values())
                    assertThat(Cases.allowed(state, actor)).isEmpty();
    }

    @Test
    void every_state_is_reached_or_passed_through_and_every_event_is_used() {
        Set<CaseState> seen = EnumSet.of(CaseState.DRAFT);
        Cases.TABLE.forEach(row -> {
            seen.add(row.to());
            seen.addAll(row.through());
        });
        assertThat(seen).isEqualTo(EnumSet.allOf(CaseState.class));
        assertThat(Cases.TABLE.stream().map(Cases.Row::event).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Event.class));
    }

    @Test
    void no_state_of_a_referral_touches_one_of_legal_assistance() {
        for (Cases.Row row : Cases.TABLE) {
            String family = row.event().kind().code().substring(0, 3);
            assertThat(row.to().name()).startsWith(family);
            assertThat(row.from() == CaseState.DRAFT || row.from().name().startsWith(family))
                    .isTrue();
        }
    }

    @Test
    void only_the_side_that_the_kind_names_sends_it() {
        for (Cases.Row row : Cases.TABLE)
            assertThat(row.actor())
                    .isEqualTo(
                            Samples.FORMS.kind(row.event().kind()).orElseThrow().sentBy());
    }

    @Test
    void a_refusal_says_what_may_come_instead() {
        assertThat(Cases.next(CaseState.MLA_SUBMITTED, Event.MLA_DEC_FULL, Actor.ASKED))
                .isEqualTo(new Step.NotAllowed("MLA-DEC from the asked authority cannot come now: the request has been"
                        + " sent. This authority may send MLA-ACK."));
        assertThat(Cases.next(CaseState.MLA_SUBMITTED, Event.MLA_INFO, Actor.ASKING))
                .isEqualTo(
                        new Step.NotAllowed("MLA-INFO from the asking authority cannot come now: the request has been"
                                + " sent. It is not this authority's turn."));
    }

    @Test
    void the_design_page_shows_the_tables_as_they_are() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("DESIGN.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> rows = Cases.TABLE.stream()
                .map(row -> "| `%s` | `%s` | %s | %s | `%s` |"
                        .formatted(
                                row.from(),
                                row.event(),
                                row.actor().name().toLowerCase(java.util.Locale.ROOT),
                                row.through().stream()
                                        .map(state -> "`" + state + "`")
                                        .collect(Collectors.joining(", ")),
                                row.to()))
                .map(line -> line.replace("|  |", "| |"))
                .toList();
        assertThat(shown).containsExactlyElementsOf(rows);
    }
}
