package org.liaison.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Wire;

/// Somebody at the hub's door over TLS, with or without a certificate: a gateway as it should be,
/// or one that is up to no good.
final class Visitor implements AutoCloseable {

    static final long PATIENCE = 20_000;

    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final ClientSession session;

    private Visitor(Town town, int port, Optional<String> key, @Nullable String user, @Nullable String password)
            throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        TlsFiles tls = TlsFiles.prepare(
                new HubSettings.KeyAt(town.key("hub-tls"), town.folder.resolve("keys/hub-tls.password")),
                town.pki.trust(),
                town.folder.resolve("visitor"));
        parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, tls.roots().toString());
        parameters.put(
                TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME,
                new String(tls.rootsPassword().chars()));
        key.ifPresent(name -> {
            parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
            parameters.put(
                    TransportConstants.KEYSTORE_PATH_PROP_NAME, town.key(name).toString());
            parameters.put(
                    TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                    new String(town.password(name).chars()));
        });
        locator = ActiveMQClient.createServerLocatorWithoutHA(
                        new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters))
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setCallTimeout(15_000)
                .setBlockOnDurableSend(true)
                .setUseGlobalPools(false)
                .setThreadPoolMaxSize(3)
                .setScheduledThreadPoolMaxSize(1);
        try {
            factory = locator.createSessionFactory();
            session = factory.createSession(user, password, false, true, true, false, 0);
            session.start();
        } catch (Exception e) {
            locator.close();
            throw e;
        }
    }

    /// Connects with the certificate in the key file of that name.
    static Visitor with(Town town, int port, Object key) throws Exception {
        return new Visitor(town, port, Optional.of(key.toString()), null, null);
    }

    static Visitor withoutCertificate(Town town, int port) throws Exception {
        return new Visitor(town, port, Optional.empty(), null, null);
    }

    static Visitor named(Town town, int port, Object key, String user, String password) throws Exception {
        return new Visitor(town, port, Optional.of(key.toString()), user, password);
    }

    void send(String address, String id, Bytes frame) throws ActiveMQException {
        try (ClientProducer producer = session.createProducer(address)) {
            ClientMessage message = session.createMessage(true);
            message.getBodyBuffer().writeBytes(frame.toArray());
            message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(id));
            producer.send(message);
        }
    }

    /// The next frame in a mailbox; empty when none comes in `millis`.
    Optional<Wire> receive(String mailbox, long millis) throws ActiveMQException {
        try (ClientConsumer consumer = session.createConsumer(mailbox)) {
            ClientMessage message = consumer.receive(millis);
            if (message == null) return Optional.empty();
            message.acknowledge();
            session.commit();
            ActiveMQBuffer body = message.getBodyBuffer();
            byte[] bytes = new byte[message.getBodySize()];
            body.readBytes(bytes);
            return Optional.of(((Clear<Wire>) Frames.read(Bytes.owned(bytes))).value());
        }
    }

    Wire receive(String mailbox) throws ActiveMQException {
        return receive(mailbox, PATIENCE).orElseThrow(() -> new AssertionError("nothing came to " + mailbox));
    }

    /// A session of its own that takes and sends nothing before it commits. The caller closes it.
    ClientSession transacted() throws ActiveMQException {
        return factory.createSession(null, null, false, false, false, false, 0);
    }

    void browse(String queue) throws ActiveMQException {
        session.createConsumer(SimpleString.of(queue), true).close();
    }

    void makeQueue(String name) throws ActiveMQException {
        session.createQueue(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
    }

    void makeTemporaryQueue(String name, String address) throws ActiveMQException {
        session.createQueue(QueueConfiguration.of(name)
                .setAddress(address)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(false)
                .setTemporary(true));
    }

    void waitUntilPutOut() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (!factory.isClosed()
                && !session.isClosed()
                && !factory.getConnection().isDestroyed()) {
            if (System.nanoTime() > end) throw new AssertionError("still connected");
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        locator.close();
    }
}
