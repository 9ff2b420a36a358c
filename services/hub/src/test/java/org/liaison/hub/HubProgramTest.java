package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Slip;
import org.liaison.message.Wire;

class HubProgramTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed, and nobody here can read it");

    @Test
    void a_signed_envelope_is_recorded_and_carried_over_tls(@TempDir Path folder) throws Exception {
        Town town = Town.found(folder);
        long begun = System.nanoTime();
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE)) {
            System.out.println("started in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            Slip slip = town.slip(CONTENT, Priority.ROUTINE);
            Wire.Envelope envelope = town.envelope(slip, CONTENT);
            try (Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                    Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
                sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(envelope));
                Wire.Delivery delivery = (Wire.Delivery) recipient.receive("mailbox.xa.social.shelter");
                assertThat(delivery.slip()).isEqualTo(envelope.slip());
                assertThat(delivery.content()).isEqualTo(CONTENT);
                Wire.Receipt receipt = (Wire.Receipt) sender.receive("mailbox.xc.social.welfare");
                Entry entry = ((Clear<Entry>) Entry.read(receipt.entry())).value();
                assertThat(entry.event()).isEqualTo(Entry.Event.SUBMISSION_ACCEPTANCE);
                assertThat(entry.messageId()).contains(slip.id());
            }
        }
    }
}
