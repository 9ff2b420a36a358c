package org.liaison.gateway;

import io.netty.handler.ssl.SslHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.FailureListener;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.routes.gateway.BrokerUnreachable;
import org.liaison.routes.gateway.Carrier;
import org.liaison.routes.gateway.Parcel;
import org.liaison.seal.Password;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection to the hub: outward, mutual TLS 1.3, our certificate against its own.
/// Everybody here shares it; whoever finds it broken says so, and the next one who needs it opens
/// it anew.
///
/// Only the connection that failed is ever given up. A session can learn late that its connection
/// is gone, when the others are long on the next one. Were that one closed for it, its users would
/// learn late in their turn: two mailboxes that are both busy with a batch took each other's
/// connection away for ever, and no batch was acknowledged.
final class HubLink implements Carrier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubLink.class);
    private static final int URGENT_PRIORITY = 9;
    private static final int ROUTINE_PRIORITY = 4;

    /// Bytes under way in either direction before the other side has to say that it has room: some dozens of messages,
    /// where the client's own default stops after two.
    private static final int WINDOW = 1024 * 1024;

    private final ServerLocator locator;
    private final GatewayCode gateway;
    private final HubIdentity identity;
    private final Clock clock;
    private @Nullable ClientSessionFactory factory;
    private volatile @Nullable ClientSession sending;
    private volatile @Nullable ClientProducer producer;
    private volatile Standing standing;

    /// What can be said about the link now.
    record Standing(boolean connected, Instant since, Optional<String> problem) {}

    /// Where the hub is and with what to meet it. `roots` is a PKCS#12 file of trusted roots made at start.
    record Address(String host, int port, Path key, Password keyPassword, Path roots, Password rootsPassword) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    HubLink(Address address, GatewayCode gateway, HubIdentity identity, Clock clock) {
        this.locator = locator(address);
        this.gateway = gateway;
        this.identity = identity;
        this.clock = clock;
        this.standing = new Standing(false, clock.instant(), Optional.of("not connected yet"));
    }

    Standing standing() {
        return standing;
    }

    /// A session whose work is committed by its user. Throws [BrokerUnreachable].
    ClientSession session() {
        ClientSessionFactory connection;
        try {
            connection = connected();
        } catch (ActiveMQException e) {
            throw unreachable(e);
        }
        try {
            return connection.createSession(false, false, false);
        } catch (ActiveMQException e) {
            giveUp(connection);
            throw unreachable(e);
        }
    }

    /// A session for what may be lost: absent while there is no connection, never the reason for
    /// one, and never the reason to give one up. What is sent on it counts at once, and what
    /// comes on it needs no acknowledgement.
    Optional<ClientSession> aside() {
        ClientSessionFactory known;
        synchronized (this) {
            known = factory;
        }
        if (known == null || known.isClosed()) return Optional.empty();
        try {
            return Optional.of(known.createSession(false, true, true, true));
        } catch (ActiveMQException e) {
            LOG.debug("no session aside: {}", e.getType());
            return Optional.empty();
        }
    }

    /// Tells that the hub failed somebody on this session. The failure comes back as what it means for the caller.
    BrokerUnreachable broken(ClientSession session, ActiveMQException e) {
        if (isRefusal(e)) {
            forget(session);
            LOG.warn("the hub refuses what one of us asks ({}: {}); asking again", e.getType(), e.getMessage());
            return new BrokerUnreachable("the hub refuses: " + e.getType() + ": " + e.getMessage(), e);
        }
        giveUp(session.getSessionFactory());
        return unreachable(e);
    }

    /// One may not have what others have on the same connection, or not yet: the hub puts its directory in force while
    /// it starts. That is no fault of the connection.
    private static boolean isRefusal(ActiveMQException e) {
        return switch (e.getType()) {
            case SECURITY_EXCEPTION, QUEUE_DOES_NOT_EXIST, ADDRESS_DOES_NOT_EXIST -> true;
            default -> false;
        };
    }

    private void forget(ClientSession session) {
        synchronized (this) {
            if (session.equals(sending)) sending = null;
        }
        close(session);
    }

    private void giveUp(ClientSessionFactory connection) {
        synchronized (this) {
            if (connection.equals(factory)) factory = null;
            ClientSession known = sending;
            if (known != null && connection.equals(known.getSessionFactory())) sending = null;
        }
        connection.close();
    }

    private synchronized BrokerUnreachable unreachable(ActiveMQException e) {
        ClientSessionFactory known = factory;
        if (known != null && !known.isClosed())
            return new BrokerUnreachable("the connection was lost and is there again", e);
        return new BrokerUnreachable("the hub cannot be reached: " + tell(e), e);
    }

    private String tell(ActiveMQException e) {
        String problem = e.getType() + ": " + e.getMessage();
        if (standing.connected() || standing.problem().filter(problem::equals).isEmpty()) {
            standing = new Standing(false, clock.instant(), Optional.of(problem));
            LOG.warn("the hub cannot be reached ({}); trying again, nothing is lost", problem);
        }
        return problem;
    }

    @Override
    public void carry(List<Parcel> parcels) {
        ClientSession session = sending();
        try {
            try {
                for (Parcel parcel : parcels) send(session, parcel);
                session.commit();
            } catch (ActiveMQDuplicateIdException e) {
                session.rollback();
                carryOneByOne(session, parcels);
            }
        } catch (ActiveMQException e) {
            throw broken(session, e);
        }
    }

    /// One parcel that the broker has already spoils the whole transaction; alone, it is simply done.
    private void carryOneByOne(ClientSession session, List<Parcel> parcels) throws ActiveMQException {
        for (Parcel parcel : parcels) {
            try {
                send(session, parcel);
                session.commit();
            } catch (ActiveMQDuplicateIdException e) {
                session.rollback();
            }
        }
    }

    private void send(ClientSession session, Parcel parcel) throws ActiveMQException {
        String address = "intake." + gateway + (parcel.urgent() ? ".urgent" : "");
        ClientMessage message = session.createMessage(true);
        message.setPriority((byte) (parcel.urgent() ? URGENT_PRIORITY : ROUTINE_PRIORITY));
        message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(parcel.duplicateId()));
        message.getBodyBuffer().writeBytes(Frames.write(parcel.wire()).buffer());
        producer(session).send(SimpleString.of(address), message);
    }

    private ClientProducer producer(ClientSession session) throws ActiveMQException {
        ClientProducer known = producer;
        if (known != null && !known.isClosed()) return known;
        ClientProducer made = session.createProducer();
        producer = made;
        return made;
    }

    /// Only the relay sends, so only its thread is here. The session is made outside the lock: a broker that does not
    /// answer must not hold up those who find out by themselves.
    private ClientSession sending() {
        ClientSession known = sending;
        if (known != null && !known.isClosed()) return known;
        ClientSession made = session();
        producer = null;
        sending = made;
        return made;
    }

    private synchronized ClientSessionFactory connected() throws ActiveMQException {
        ClientSessionFactory known = factory;
        if (known != null && !known.isClosed()) return known;
        try {
            ClientSessionFactory made = locator.createSessionFactory();
            demandHub(made);
            made.getConnection().addFailureListener(new Watch(made));
            factory = made;
            standing = new Standing(true, clock.instant(), Optional.empty());
            LOG.info("connected to the hub");
            return made;
        } catch (ActiveMQException e) {
            throw e;
        } catch (Exception e) {
            throw new ActiveMQException(String.valueOf(e.getMessage()), e, ActiveMQExceptionType.NOT_CONNECTED);
        }
    }

    /// Forgets a connection as soon as it is known to be broken.
    private final class Watch implements FailureListener {

        private final ClientSessionFactory watched;

        Watch(ClientSessionFactory watched) {
            this.watched = watched;
        }

        @Override
        public void connectionFailed(ActiveMQException cause, boolean failedOver) {
            lost(watched, cause);
        }

        @Override
        public void connectionFailed(ActiveMQException cause, boolean failedOver, String scaleDownTarget) {
            lost(watched, cause);
        }
    }

    private synchronized void lost(ClientSessionFactory watched, ActiveMQException cause) {
        if (!watched.equals(factory)) return;
        factory = null;
        sending = null;
        tell(cause);
    }

    private void demandHub(ClientSessionFactory made) throws ActiveMQException {
        try {
            SslHandler tls = made.getConnection().getTransportConnection() instanceof NettyConnection netty
                    ? netty.getChannel().pipeline().get(SslHandler.class)
                    : null;
            if (tls != null && identity.isHub(tls.engine().getSession().getPeerCertificates())) return;
        } catch (SSLPeerUnverifiedException e) {
            LOG.debug("no certificate at the other end");
        }
        made.close();
        throw new ActiveMQException(
                ActiveMQExceptionType.SECURITY_EXCEPTION, "whoever answered does not hold the hub's certificate");
    }

    static void close(@Nullable ClientSession session) {
        if (session == null) return;
        try {
            session.close();
        } catch (ActiveMQException e) {
            LOG.debug("a broken session did not close: {}", e.getType());
        }
    }

    private static ServerLocator locator(Address address) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, address.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, address.port());
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, address.key().toString());
        parameters.put(
                TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                new String(address.keyPassword().chars()));
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(
                TransportConstants.TRUSTSTORE_PATH_PROP_NAME, address.roots().toString());
        parameters.put(
                TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME,
                new String(address.rootsPassword().chars()));
        parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
        parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, 1);
        parameters.put(TransportConstants.TCP_NODELAY_PROPNAME, true);
        ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(
                new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters));
        locator.setUseGlobalPools(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(1)
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setCallTimeout(10_000)
                .setConnectionTTL(30_000)
                .setClientFailureCheckPeriod(10_000)
                .setBlockOnDurableSend(false)
                .setBlockOnAcknowledge(false)
                .setConsumerWindowSize(WINDOW)
                .setProducerWindowSize(WINDOW)
                .setMinLargeMessageSize(512 * 1024);
        return locator;
    }

    @Override
    public synchronized void close() {
        close(sending);
        if (factory != null) factory.close();
        locator.close();
    }
}
