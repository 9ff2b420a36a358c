package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;

class EvidenceTest {

    static final Evidence HANDOVER_FAILED = new Evidence(
            EvidenceId.parse("019ab3a1-7d00-7abc-8def-0123456789ab"),
            ErdsEvent.CONTENT_HANDOVER_FAILURE,
            SlipTest.NOON.plusSeconds(2),
            SlipTest.HOME.toString(),
            SlipTest.SHELTER,
            List.of(SlipTest.HOME),
            Optional.of(1),
            SlipTest.REFERRAL.id(),
            SlipTest.REFERRAL.contentDigest(),
            Optional.empty(),
            List.of(new EventReason(Reason.UNREADABLE_CONTENT)));

    @Test
    void evidence_is_read_back_as_it_was_written() {
        assertThat(Evidence.read(HANDOVER_FAILED.toJson())).isEqualTo(new Clear<>(HANDOVER_FAILED));
    }

    @Test
    void the_example_in_the_protocol_is_evidence() {
        assertThat(Evidence.read(ProtocolExamples.of("evidence"))).isEqualTo(new Clear<>(HANDOVER_FAILED));
    }

    @Test
    void a_failure_without_a_reason_is_no_evidence() {
        assertThatThrownBy(() -> new Evidence(
                        HANDOVER_FAILED.id(),
                        ErdsEvent.SUBMISSION_REJECTION,
                        HANDOVER_FAILED.eventTime(),
                        Evidence.HUB,
                        HANDOVER_FAILED.sender(),
                        HANDOVER_FAILED.recipients(),
                        Optional.empty(),
                        HANDOVER_FAILED.messageId(),
                        HANDOVER_FAILED.contentDigest(),
                        Optional.empty(),
                        List.of()))
                .hasMessageContaining("gives a reason");
    }

    @Test
    void a_reason_under_a_false_code_is_refused() {
        String json = HANDOVER_FAILED.toJson().utf8().replace("InvalidMessageFormat", "Other");
        assertThat(Evidence.read(Bytes.ofUtf8(json)))
                .isEqualTo(new Garbled<Evidence>("evidence: the code of a reason is not that reason's"));
    }

    @Test
    void the_recipient_that_evidence_is_about_is_counted_from_one() {
        assertThat(HANDOVER_FAILED.recipient()).contains(SlipTest.HOME);
    }
}
