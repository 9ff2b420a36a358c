package org.liaison.rehearsal;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Wire;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Receipt;
import org.liaison.seal.Certificates;
import org.liaison.seal.Password;

/// A gateway with a good certificate and a program of its own: it puts whatever it likes into its intake, and keeps
/// what comes to the mailboxes that are its own.
final class HostileGateway implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String ROOTS_PASSWORD = "public certificates only";

    private final String intake;
    private final ServerLocator locator;
    private final ClientSession sending;
    private final List<Came> came = new ArrayList<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();

    /// A receipt, and the mailbox in which it lay.
    record Came(String mailbox, Receipt receipt) {}

    HostileGateway(DemoFolder folder, int port, GatewayCode code) throws Exception {
        intake = "intake." + code;
        locator = ActiveMQClient.createServerLocatorWithoutHA(
                        new TransportConfiguration(NettyConnectorFactory.class.getName(), tls(folder, port, code)))
                .setBlockOnDurableSend(true)
                .setUseGlobalPools(false)
                .setThreadPoolMaxSize(3)
                .setScheduledThreadPoolMaxSize(1);
        ClientSessionFactory factory = locator.createSessionFactory();
        sending = factory.createSession(true, true, 0);
        ClientSession listening = factory.createSession(true, true, 0);
        listen(listening, "mailbox.gateway." + code);
        for (AuthorityCode authority : Cast.authoritiesAt(code)) listen(listening, "mailbox." + authority);
        listening.start();
    }

    private static Map<String, Object> tls(DemoFolder folder, int port, GatewayCode code) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(
                TransportConstants.TRUSTSTORE_PATH_PROP_NAME, roots(folder).toString());
        parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, ROOTS_PASSWORD);
        Path keys = folder.gateway(code).resolve("keys");
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(
                TransportConstants.KEYSTORE_PATH_PROP_NAME,
                keys.resolve("tls.p12").toString());
        parameters.put(
                TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                new String(Password.read(keys.resolve("tls.password")).chars()));
        return parameters;
    }

    private static Path roots(DemoFolder folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Path pem = folder.trust().resolve("roots/root.pem");
        store.setCertificateEntry("root", Certificates.readPem(pem).getFirst());
        Path file = folder.root().resolve("roots-of-the-hostile-gateway.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, ROOTS_PASSWORD.toCharArray());
        }
        return file;
    }

    private void listen(ClientSession session, String mailbox) throws ActiveMQException {
        session.createConsumer(mailbox).setMessageHandler(message -> {
            byte[] body = new byte[message.getBodySize()];
            message.getBodyBuffer().readBytes(body);
            keep(mailbox, Bytes.owned(body));
            acknowledge(message);
        });
    }

    /// What it has seen does not come again, to nobody.
    private static void acknowledge(ClientMessage message) {
        try {
            message.acknowledge();
        } catch (ActiveMQException e) {
            throw new IllegalStateException("the hostile gateway cannot acknowledge", e);
        }
    }

    private synchronized void keep(String mailbox, Bytes frame) {
        if (!(Frames.read(frame) instanceof Clear<Wire>(Wire wire))) return;
        if (wire instanceof Receipt receipt) came.add(new Came(mailbox, receipt));
        if (wire instanceof Delivery delivery) deliveries.add(delivery);
    }

    /// `duplicateId` is what it tells the broker that the message is called.
    void send(String duplicateId, Bytes frame) {
        try (ClientProducer producer = sending.createProducer(intake)) {
            ClientMessage message = sending.createMessage(true);
            message.getBodyBuffer().writeBytes(frame.toArray());
            message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(duplicateId));
            producer.send(message);
        } catch (ActiveMQException e) {
            throw new IllegalStateException("the hostile gateway cannot send", e);
        }
    }

    /// Waits for one that is `wanted`, and takes it away.
    Came take(String what, Predicate<Came> wanted) {
        return Patience.await(what, LIMIT, () -> find(wanted));
    }

    private synchronized Optional<Came> find(Predicate<Came> wanted) {
        Optional<Came> found = came.stream().filter(wanted).findFirst();
        found.ifPresent(came::remove);
        return found;
    }

    /// Waits for a message to one of its authorities, and takes it away.
    Delivery takeDelivery() {
        return Patience.await("a delivery", LIMIT, this::nextDelivery);
    }

    private synchronized Optional<Delivery> nextDelivery() {
        return Optional.ofNullable(deliveries.poll());
    }

    /// What came and was not taken.
    synchronized List<Came> rest() {
        return List.copyOf(came);
    }

    @Override
    public void close() {
        locator.close();
    }
}
