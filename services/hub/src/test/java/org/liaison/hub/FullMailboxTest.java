package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.directory.Directory;

/// A mailbox that holds more than fits in memory: its gateway was away for a day. Everything comes out again, once and
/// in its order, whatever happened to the broker and to those who emptied it before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullMailboxTest {

    private static final String MAILBOX = "mailbox." + Town.SHELTER_XA;
    private static final int MESSAGES = KilledBroker.MESSAGES;
    /// What a gateway takes at most before it acknowledges, as in its `Mailbox`.
    private static final int BATCH = 100;
    private static final int BATCH_BYTES = 6 * 1024 * 1024;
    /// A gateway's first message can take a while: pages are read while the broker starts.
    private static final long PATIENCE = 10_000;
    private static final int TWO_MINUTES = 120;

    private Path folder;
    private Town town;
    private final AtomicReference<Optional<Directory>> directory = new AtomicReference<>(Optional.empty());

    @BeforeAll
    void found(@TempDir Path folder) {
        this.folder = folder;
        town = Town.found(folder.resolve("town"));
    }

    @Test
    void after_kill_9_all_that_was_not_acknowledged_comes_once_and_in_order() throws Exception {
        Path data = folder.resolve("killed");
        directory.set(Optional.empty());
        fillAndDie(data);
        try (EmbeddedBroker broker = start(data)) {
            broker.furnish(town.directory());
            assertThat(refused(broker)).isInstanceOf(ActiveMQSecurityException.class);
            directory.set(Optional.of(town.directory()));
            try (Visitor gateway = Visitor.with(town, broker.port(), Town.GATEWAY_XA)) {
                assertThat(emptied(gateway, MESSAGES - KilledBroker.TAKEN))
                        .containsExactlyElementsOf(numbers(KilledBroker.TAKEN));
                assertThat(gateway.receive(MAILBOX, 1)).as("none left").isEmpty();
            }
        }
    }

    /// Both connections live, so the broker has no reason to take anything back from the one that stands still: a
    /// gateway whose database is away holds its batch, and a second process of it goes on with the rest.
    @Test
    void one_that_stands_still_with_its_hands_full_does_not_keep_the_rest_from_the_others() throws Exception {
        directory.set(Optional.of(town.directory()));
        try (EmbeddedBroker broker = start(folder.resolve("held"))) {
            broker.furnish(town.directory());
            fill(broker);
            List<Integer> all;
            try (Visitor gateway = Visitor.with(town, broker.port(), Town.GATEWAY_XA)) {
                List<Integer> held;
                try (Visitor standing = Visitor.with(town, broker.port(), Town.GATEWAY_XA)) {
                    ClientSession session = standing.transacted();
                    session.start();
                    held = numbersOf(fullBatch(session.createConsumer(MAILBOX)));
                    all = emptied(gateway, MESSAGES);
                }
                // All but the batch, and what lies in the window of the one that stands still.
                assertThat(all).doesNotContainAnyElementsOf(held).hasSizeGreaterThan(MESSAGES * 2 / 3);
                all.addAll(emptied(gateway, MESSAGES - all.size()));
                assertThat(gateway.receive(MAILBOX, 1)).as("none left").isEmpty();
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(numbers(0));
        }
    }

    private EmbeddedBroker start(Path data) {
        TlsFiles tls = TlsFiles.prepare(
                new HubSettings.KeyAt(town.key("hub-tls"), town.folder.resolve("keys/hub-tls.password")),
                town.pki.trust(),
                data);
        String secret = EmbeddedBroker.newSecret();
        GatewayRights rights = new GatewayRights(_ -> Optional.of(Town.GATEWAY_XA), directory::get, secret);
        return EmbeddedBroker.start(data, KilledBroker.anywhere(), tls, rights, secret);
    }

    private static void fill(Broker broker) throws Exception {
        try (ServerLocator locator = broker.locator();
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = KilledBroker.session(broker, factory)) {
            KilledBroker.fill(session, MAILBOX, 0, MESSAGES);
        }
    }

    private void fillAndDie(Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBroker.class.getName(),
                        town.folder.toString(),
                        data.toString(),
                        MAILBOX)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "killed.log"))
                .start();
        try {
            assertThat(process.waitFor(TWO_MINUTES, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(KilledBroker.KILLED);
        } finally {
            process.destroyForcibly();
        }
    }

    /// While a hub starts it has no directory yet, and refuses everybody.
    private Throwable refused(EmbeddedBroker broker) {
        Throwable[] refusal = new Throwable[1];
        assertThatThrownBy(() -> Visitor.with(town, broker.port(), Town.GATEWAY_XA))
                .satisfies(e -> refusal[0] = e);
        return refusal[0];
    }

    /// Batch by batch, as a gateway does it, until there are as many as there can be or nothing comes any more.
    private static List<Integer> emptied(Visitor gateway, int most) throws ActiveMQException {
        List<Integer> all = new ArrayList<>();
        try (ClientSession session = gateway.transacted()) {
            ClientConsumer consumer = session.createConsumer(MAILBOX);
            session.start();
            while (all.size() < most) {
                List<ClientMessage> batch = collect(consumer);
                if (batch.isEmpty()) break;
                all.addAll(numbersOf(batch));
                batch.getLast().acknowledge();
                session.commit();
            }
        }
        return all;
    }

    private static List<ClientMessage> collect(ClientConsumer consumer) throws ActiveMQException {
        List<ClientMessage> batch = new ArrayList<>();
        int bytes = 0;
        ClientMessage next = consumer.receive(PATIENCE);
        while (next != null) {
            batch.add(next);
            bytes += next.getBodySize();
            if (batch.size() >= BATCH || bytes >= BATCH_BYTES) break;
            next = consumer.receiveImmediate();
        }
        return batch;
    }

    /// The most that a gateway can have in hand, and it waits for the last of it.
    private static List<ClientMessage> fullBatch(ClientConsumer consumer) throws ActiveMQException {
        List<ClientMessage> batch = new ArrayList<>();
        while (batch.size() < BATCH) batch.add(consumer.receive(PATIENCE));
        return batch;
    }

    private static List<Integer> numbersOf(List<ClientMessage> batch) {
        return batch.stream()
                .map(message -> message.getIntProperty(KilledBroker.NUMBER))
                .toList();
    }

    private static List<Integer> numbers(int from) {
        return IntStream.range(from, MESSAGES).boxed().toList();
    }
}
