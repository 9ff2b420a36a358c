package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Envelope;
import org.liaison.message.Wire.Receipt;
import org.liaison.message.Wire.Statement;

class FramesTest {

    private static final Bytes SLIP = Bytes.ofUtf8("slip");
    private static final Bytes CONTENT = Bytes.ofUtf8("content");
    private static final Entry ACCEPTED = new Entry(
            Entry.Event.SUBMISSION_ACCEPTANCE,
            SlipTest.NOON,
            Optional.of(SlipTest.REFERRAL.id()),
            Optional.of(SLIP),
            Optional.of(Bytes.ofUtf8("evidence")),
            "");
    private static final Receipt RECEIPT = new Receipt(
            ACCEPTED.toJson(),
            new LogProof(
                    3,
                    Bytes.owned(new byte[32]),
                    5,
                    List.of(CONTENT.sha256(), SLIP.sha256()),
                    Bytes.ofUtf8("liaison/log\n5\nroot\n\n— liaison/log sig\n")));

    static List<Wire> wires() {
        return List.of(new Envelope(SLIP, CONTENT), new Delivery(SLIP, CONTENT, RECEIPT), new Statement(SLIP), RECEIPT);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_frame_is_read_back_as_it_was_written(Wire wire) {
        assertThat(Frames.read(Frames.write(wire))).isEqualTo(new Clear<>(wire));
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_frame_that_was_cut_short_is_refused_at_every_length(Wire wire) {
        Bytes frame = Frames.write(wire);
        for (int length = 0; length < frame.size(); length++)
            assertThat(Frames.read(frame.slice(0, length))).isInstanceOf(Garbled.class);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void no_changed_byte_makes_reading_fail_otherwise_than_by_an_answer(Wire wire) {
        Random random = new Random(1);
        byte[] frame = Frames.write(wire).toArray();
        for (int i = 0; i < frame.length; i++) {
            byte[] changed = frame.clone();
            changed[i] = (byte) random.nextInt();
            assertThat(Frames.read(Bytes.owned(changed))).isNotNull();
        }
    }

    @Test
    void an_entry_is_read_back_as_it_was_written() {
        assertThat(Entry.read(ACCEPTED.toJson())).isEqualTo(new Clear<>(ACCEPTED));
    }
}
