package org.liaison.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.message.MessageId;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;

class TraceIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final MessageId MESSAGE = MessageId.parse("019aab90-1c00-7123-8456-0123456789ab");

    @Test
    void a_trace_has_the_id_of_its_message_so_that_it_is_found_by_it() {
        assertThat(TraceIds.known(MESSAGE, Stage.COMPOSE).getTraceId()).isEqualTo("019aab901c00712384560123456789ab");
    }

    @Test
    void every_program_computes_the_same_span_for_a_stage_and_another_for_each_stage_and_message() {
        List<String> spans = Stream.of(Stage.COMPOSE, Stage.INTAKE)
                .flatMap(stage -> Stream.of(MESSAGE, MessageId.next(NOW))
                        .map(message -> TraceIds.known(message, stage).getSpanId()))
                .toList();
        assertThat(spans).doesNotHaveDuplicates();
        assertThat(TraceIds.known(MESSAGE, Stage.INTAKE).getSpanId())
                .as("the first eight bytes of the digest of 'hub.intake 019aab90-1c00-7123-8456-0123456789ab'")
                .isEqualTo("0eae1579418792d2");
    }

    @Test
    void a_stage_that_is_passed_again_is_a_span_of_its_own() {
        assertThat(TraceIds.knownOf(intake(Outcome.ACCEPTED))).isPresent();
        assertThat(TraceIds.knownOf(intake(Outcome.REFUSED))).isPresent();
        for (Outcome again : List.of(Outcome.REPEATED, Outcome.DOUBTED, Outcome.CONTRADICTED))
            assertThat(TraceIds.knownOf(intake(again))).as(again.name()).isEmpty();
    }

    @Test
    void the_share_of_messages_that_are_followed_is_as_it_was_set_and_a_larger_one_holds_the_smaller() {
        List<MessageId> many =
                Stream.generate(() -> MessageId.next(NOW)).limit(20_000).toList();
        List<MessageId> tenth = in(0.1, many);
        assertThat(tenth).hasSizeBetween(1_700, 2_300);
        assertThat(in(0.5, many)).hasSizeBetween(9_500, 10_500).containsAll(tenth);
        assertThat(in(0, many)).isEmpty();
        assertThat(in(1, many)).hasSameSizeAs(many);
    }

    private static List<MessageId> in(double share, List<MessageId> messages) {
        return messages.stream()
                .filter(message -> TraceIds.isIn(share, message))
                .toList();
    }

    private static Leg intake(Outcome outcome) {
        Leg.Steps steps = new Leg.Steps();
        steps.done(Stage.JUDGE, NOW, NOW.plusMillis(2));
        steps.done(Stage.RECORD, NOW.plusMillis(2), NOW.plusMillis(5));
        Leg leg = steps.leg(MESSAGE, Stage.INTAKE, Facts.of(outcome, 1), Stage.JUDGE, Stage.RECORD);
        assertThat(Optional.of(leg.when())).contains(new Leg.Period(NOW, NOW.plusMillis(5)));
        return leg;
    }
}
