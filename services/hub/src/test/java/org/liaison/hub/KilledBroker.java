package org.liaison.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/// The hub's broker in a process of its own that fills a mailbox far beyond what it keeps in memory, and dies as by
/// `kill -9` while somebody holds a batch and the hub is in the middle of a transaction.
final class KilledBroker {

    static final int KILLED = 137;
    static final String NUMBER = "number";
    static final int MESSAGES = 500;
    static final int SIZE = 60 * 1024;
    /// Acknowledged before the end.
    static final int TAKEN = 100;
    /// Held, and not acknowledged.
    static final int HELD = 100;

    private static final int IN_ONE_TRANSACTION = 50;
    private static final long PATIENCE = 20_000;

    private KilledBroker() {}

    /// The folder of the town, that of the broker, and the mailbox.
    public static void main(String... args) throws Exception {
        Path town = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        TlsFiles tls = TlsFiles.prepare(
                new HubSettings.KeyAt(town.resolve("keys/hub-tls.p12"), town.resolve("keys/hub-tls.password")),
                town.resolve("pki/trust"),
                folder);
        String secret = EmbeddedBroker.newSecret();
        GatewayRights nobody = new GatewayRights(_ -> Optional.empty(), Optional::empty, secret);
        Broker broker = EmbeddedBroker.start(folder, anywhere(), tls, nobody, secret);
        try (ServerLocator locator = broker.locator();
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = session(broker, factory)) {
            furnish(session, args[2]);
            fill(session, args[2], 0, MESSAGES);
            session.start();
            ClientConsumer consumer = session.createConsumer(args[2]);
            take(consumer, TAKEN).acknowledge();
            session.commit();
            take(consumer, HELD);
            sendUncommitted(broker, factory, args[2]);
            Runtime.getRuntime().halt(KILLED);
        } catch (Exception e) {
            e.printStackTrace();
            // The broker's threads would keep the process alive.
            Runtime.getRuntime().halt(1);
        }
    }

    static HubSettings.BrokerAt anywhere() {
        return new HubSettings.BrokerAt(Optional.empty(), "hub", null, "127.0.0.1", 0, Duration.ofNanos(200_000));
    }

    static ClientSession session(Broker broker, ClientSessionFactory factory) throws Exception {
        return factory.createSession(broker.user(), broker.password(), false, false, false, false, 0);
    }

    /// Numbered messages, in transactions as the lanes make them.
    static void fill(ClientSession session, String mailbox, int from, int to) throws Exception {
        try (ClientProducer producer = session.createProducer(mailbox)) {
            byte[] content = new byte[SIZE];
            for (int number = from; number < to; number++) {
                ClientMessage message = session.createMessage(true);
                message.putIntProperty(NUMBER, number);
                message.getBodyBuffer().writeBytes(content);
                producer.send(message);
                if (number % IN_ONE_TRANSACTION == IN_ONE_TRANSACTION - 1) session.commit();
            }
            session.commit();
        }
    }

    private static void furnish(ClientSession session, String mailbox) throws Exception {
        session.createAddress(SimpleString.of(mailbox), RoutingType.ANYCAST, false);
        session.createQueue(QueueConfiguration.of(mailbox)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
    }

    private static ClientMessage take(ClientConsumer consumer, int messages) throws Exception {
        ClientMessage last = consumer.receive(PATIENCE);
        for (int i = 1; i < messages; i++) last = consumer.receive(PATIENCE);
        return last;
    }

    private static void sendUncommitted(Broker broker, ClientSessionFactory factory, String mailbox) throws Exception {
        ClientSession session = session(broker, factory);
        ClientProducer producer = session.createProducer(mailbox);
        for (int i = 0; i < IN_ONE_TRANSACTION; i++) {
            ClientMessage message = session.createMessage(true);
            message.putIntProperty(NUMBER, MESSAGES + i);
            message.getBodyBuffer().writeBytes(new byte[SIZE]);
            producer.send(message);
        }
    }
}
