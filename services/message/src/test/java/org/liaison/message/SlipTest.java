package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;

class SlipTest {

    static final AuthorityCode SHELTER = AuthorityCode.parse("xc.social.welfare");
    static final AuthorityCode HOME = AuthorityCode.parse("xa.social.welfare");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    static final Slip REFERRAL = new Slip(
            MessageId.parse("019ab3a1-7c00-7abc-8def-0123456789ab"),
            new CaseId("XC-REF-2026-000001"),
            new MessageKind("REF-REQ"),
            SHELTER,
            List.of(HOME),
            Priority.URGENT,
            Optional.of(NOON.plusSeconds(86_400)),
            List.of(HandlingCode.H2),
            Suite.HYBRID_2026,
            NOON,
            NOON.plusSeconds(604_800),
            CONTENT.size(),
            CONTENT.sha256());

    @Test
    void a_slip_is_read_back_as_it_was_written() {
        assertThat(Slip.read(REFERRAL.toJson())).isEqualTo(new Clear<>(REFERRAL));
    }

    @Test
    void the_example_in_the_protocol_is_a_slip() {
        assertThat(Slip.read(ProtocolExamples.of("slip"))).isEqualTo(new Clear<>(REFERRAL));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    another version      | "version":1          | "version":2            | slip: this program reads version 1 only
                    a field twice        | "version":1          | "version":1,"version":1 | slip is not well-formed JSON
                    a field too many     | "version":1          | "version":1,"x":"y"    | slip has a field too many
                    no sender            | "from"               | "fromm"                | slip lacks the text field 'from'
                    a time without zone  | 2026-11-22T12:00:00Z | 2026-11-22T12:00:00    | slip: 'due' cannot be read
                    a year out of reach  | 2026-11-22T12:00:00Z | +1000000000-01-01T00:00:00Z | slip: 'due' cannot be read
                    an unknown suite     | hybrid-2026          | none                   | slip: 'suite' cannot be read
                    words after the end  | "}                   | "} more                | slip is not well-formed JSON
                    """)
    void a_slip_that_breaks_the_rules_is_refused_with_the_place(String what, String from, String to, String problem) {
        String json = REFERRAL.toJson().utf8();
        if (from.equals("2026-11-22T12:00:00Z")) {
            from = "2026-11-23T12:00:00Z";
            to = "2026-11-23T12:00:00";
        }
        assertThat(json).contains(from);
        assertThat(Slip.read(Bytes.ofUtf8(json.replace(from, to)))).isEqualTo(new Garbled<Slip>(problem));
    }

    @Test
    void nobody_writes_to_himself() {
        assertThatThrownBy(() -> addressedTo(List.of(SHELTER))).hasMessageContaining("cannot write to itself");
    }

    @Test
    void a_recipient_is_named_once() {
        assertThatThrownBy(() -> addressedTo(List.of(HOME, HOME))).hasMessageContaining("once");
    }

    private static Slip addressedTo(List<AuthorityCode> to) {
        return new Slip(
                REFERRAL.id(),
                REFERRAL.caseId(),
                REFERRAL.kind(),
                SHELTER,
                to,
                REFERRAL.priority(),
                REFERRAL.due(),
                REFERRAL.handling(),
                REFERRAL.suite(),
                REFERRAL.created(),
                REFERRAL.expires(),
                REFERRAL.contentLength(),
                REFERRAL.contentDigest());
    }
}
