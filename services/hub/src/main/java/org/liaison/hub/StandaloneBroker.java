package org.liaison.hub;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.liaison.directory.Directory;
import org.liaison.message.StrictJson;
import org.liaison.seal.Password;
import tools.jackson.databind.JsonNode;

/// A broker of its own, by URL, with a configuration as in `docker/artemis`. The hub signs on with its password
/// over TLS and makes the mailboxes; which gateway may do what, the broker's own configuration says.
final class StandaloneBroker implements Broker {

    private static final int DEFAULT_PORT = 61618;
    private static final int ATTEMPTS = 30;
    private static final String MANAGEMENT = "activemq.management";

    private final URI url;
    private final String user;
    private final Password password;
    private final TlsFiles tls;

    private StandaloneBroker(URI url, String user, Password password, TlsFiles tls) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.tls = tls;
    }

    static StandaloneBroker at(String url, String user, Password password, TlsFiles tls) {
        URI read = URI.create(url);
        if (!"tcp".equals(read.getScheme()) || read.getHost() == null)
            throw new IllegalArgumentException("hub.broker.url looks like tcp://host:61618, not " + url);
        return new StandaloneBroker(read, user, password, tls);
    }

    @Override
    public ServerLocator locator() {
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        return ActiveMQClient.createServerLocatorWithoutHA(new TransportConfiguration(
                        NettyConnectorFactory.class.getName(), tls.connector(url.getHost(), port)))
                .setReconnectAttempts(0);
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public String password() {
        return new String(password.chars());
    }

    @Override
    public void furnish(Directory directory) {
        Set<String> addresses = Addresses.all(directory);
        try (ServerLocator locator = locator()
                        .setInitialConnectAttempts(ATTEMPTS)
                        .setRetryInterval(1000)
                        .setUseGlobalPools(false)
                        .setThreadPoolMaxSize(4)
                        .setScheduledThreadPoolMaxSize(1);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(user(), password(), false, true, true, false, 0)) {
            session.start();
            for (String address : addresses) make(session, SimpleString.of(address));
            for (String address : Addresses.besides(directory)) make(session, SimpleString.of(address));
            demandSafety(session, addresses);
        } catch (BrokerUnfit e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerUnfit("the broker at " + url + " could not be made ready", e);
        }
    }

    private static void make(ClientSession session, SimpleString name) throws ActiveMQException {
        if (!session.addressQuery(name).isExists()) session.createAddress(name, RoutingType.ANYCAST, false);
        if (session.queueQuery(name).isExists()) return;
        try {
            session.createQueue(QueueConfiguration.of(name)
                    .setAddress(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        } catch (ActiveMQQueueExistsException _) {
            // Somebody was faster: what counts is that it is there.
        }
    }

    /// As for the embedded broker: nothing may be dropped in silence.
    @SuppressWarnings("try") // close() may be interrupted, like everything here.
    private void demandSafety(ClientSession session, Set<String> addresses) throws Exception {
        Map<String, String> unsafe = new TreeMap<>();
        try (ClientRequestor requestor = new ClientRequestor(session, MANAGEMENT)) {
            for (String address : addresses) {
                JsonNode settings = settings(session, requestor, address);
                if (settings.path("deadLetterAddress").asString("").isEmpty())
                    unsafe.put(address, "has no dead-letter address");
                else if (settings.path("expiryAddress").asString("").isEmpty())
                    unsafe.put(address, "has no expiry address");
                else if (!settings.path("addressFullMessagePolicy").asString("").equals("PAGE"))
                    unsafe.put(address, "drops or blocks when full");
                else if (settings.path("autoCreateAddresses").asBoolean(true)
                        || settings.path("autoCreateQueues").asBoolean(true))
                    unsafe.put(address, "can be made by whoever uses it");
            }
        }
        if (!unsafe.isEmpty()) throw new BrokerUnfit("the broker at " + url + " could lose messages: " + unsafe);
    }

    private static JsonNode settings(ClientSession session, ClientRequestor requestor, String address)
            throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
        ClientMessage answer = requestor.request(question);
        Object result = ManagementHelper.getResult(answer);
        if (!ManagementHelper.hasOperationSucceeded(answer))
            throw new BrokerUnfit("the broker does not tell how it treats " + address + ": " + result);
        return StrictJson.MAPPER.readTree(String.valueOf(result));
    }

    /// The broker puts out revoked gateways when it reads its revocation list again.
    @Override
    public void expel() {}

    /// The lanes notice when it is away.
    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public void startAgain() {
        throw new BrokerUnfit("the broker is a program of its own: whoever runs it starts it");
    }

    @Override
    public int port() {
        return -1;
    }

    @Override
    public void close() {}
}
