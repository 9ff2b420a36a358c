package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Slip;
import org.liaison.message.Wire;

/// The worst moment to die: the answer is in the log, and nobody has been told.
class KilledHubTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final long TWO_MINUTES = 120;

    @Test
    void a_hub_killed_between_log_and_broker_gives_the_recorded_answer_once_when_it_is_back(@TempDir Path folder)
            throws Exception {
        Town town = Town.found(folder);
        Slip slip = town.slip(CONTENT, Priority.URGENT);
        int port = leaveAnEnvelope(town, slip);
        Town.write(town.hubConfiguration(), town.configuration("broker: {port: " + port + "}"));
        dieAnswering(town);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            Wire.Delivery delivery = (Wire.Delivery) recipient.receive("mailbox.xa.social.shelter");
            assertThat(delivery.content()).isEqualTo(CONTENT);
            Wire.Receipt receipt = (Wire.Receipt) sender.receive("mailbox.xc.social.welfare");
            assertThat(receipt.entry()).isEqualTo(delivery.receipt().entry());
            Entry entry = ((Clear<Entry>) Entry.read(receipt.entry())).value();
            assertThat(entry.event()).isEqualTo(Entry.Event.SUBMISSION_ACCEPTANCE);
            assertThat(recipient.receive("mailbox.xa.social.shelter", 500)).isEmpty();
            assertThat(sender.receive("mailbox.xc.social.welfare", 500)).isEmpty();
        }
    }

    /// The envelope lies in the intake of a hub whose lanes do not run.
    private static int leaveAnEnvelope(Town town, Slip slip) throws Exception {
        try (HubProgram.Running hub = HubProgram.start(
                        town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, KilledHubTest::withoutLanes);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            return hub.brokerPort();
        }
    }

    private static void withoutLanes(org.springframework.context.ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new org.springframework.beans.factory.config.BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof Lanes lanes) lanes.close();
                return bean;
            }
        });
    }

    private static void dieAnswering(Town town) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        town.hubConfiguration().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(town.folder.toFile(), "killed.log"))
                .start();
        try {
            assertThat(process.waitFor(TWO_MINUTES, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(KilledHub.KILLED);
        } finally {
            process.destroyForcibly();
        }
    }
}
