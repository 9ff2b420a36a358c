package org.liaison.routes.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Frames;
import org.liaison.message.LogProof;
import org.liaison.message.Wire;

class SortedTest {

    static final AuthorityCode WELFARE = AuthorityCode.parse("xa.social.welfare");
    static final Wire.Receipt RECEIPT = new Wire.Receipt(
            Bytes.ofUtf8("{}"), new LogProof(0, Bytes.of(new byte[32]), 1, List.<Digest>of(), Bytes.ofUtf8("note")));
    static final Wire.Delivery DELIVERY = new Wire.Delivery(Bytes.ofUtf8("slip"), Bytes.ofUtf8("sealed"), RECEIPT);

    @Test
    void deliveries_and_receipts_go_their_ways_and_the_rest_is_misplaced() {
        Sorted sorted = read(
                in(Frames.write(DELIVERY)),
                in(Frames.write(RECEIPT)),
                in(Bytes.ofUtf8("noise")),
                in(Frames.write(new Wire.Statement(Bytes.ofUtf8("evidence")))),
                in(Frames.write(new Wire.Envelope(Bytes.ofUtf8("slip"), Bytes.ofUtf8("sealed")))));
        assertThat(sorted.deliveries()).hasSize(1);
        assertThat(sorted.receipts()).hasSize(1);
        assertThat(sorted.misplaced()).hasSize(3);
    }

    @Test
    void nothing_is_delivered_to_the_gateway_itself() {
        Sorted sorted = read(new Arrival("mailbox.gateway.gateway-xa", Optional.empty(), Frames.write(DELIVERY)));
        assertThat(sorted.deliveries()).isEmpty();
        assertThat(sorted.misplaced()).hasSize(1);
    }

    private static Arrival in(Bytes frame) {
        return new Arrival("mailbox." + WELFARE, Optional.of(WELFARE), frame);
    }

    private static Sorted read(Arrival... arrivals) {
        return Sorted.read(new Batch(List.of(arrivals)), Instant.EPOCH);
    }
}
