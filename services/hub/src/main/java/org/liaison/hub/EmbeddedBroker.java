package org.liaison.hub;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.liaison.directory.Directory;

/// The broker inside the hub: Artemis with a durable journal in the data folder. Gateways come in by TLS 1.3 with
/// their certificate and speak CORE; the hub itself connects without a socket, with a secret of this start.
final class EmbeddedBroker implements Broker {

    private static final String GATEWAYS = "gateways";
    private static final int MIB = 1024 * 1024;
    private static final long NEWEST = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Plan plan;
    private final String secret;
    private final int port;
    private volatile ActiveMQServer server;
    private volatile boolean closed;

    private EmbeddedBroker(Plan plan, String secret, ActiveMQServer server) {
        this.plan = plan;
        this.secret = secret;
        this.server = server;
        this.port = ((NettyAcceptor) server.getRemotingService().getAcceptor(GATEWAYS)).getActualPort();
    }

    static String newSecret() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Returns when gateways can connect. What was in the journal is there again.
    static EmbeddedBroker start(
            Path folder, HubSettings.BrokerAt at, TlsFiles tls, GatewayRights rights, String secret) {
        Plan plan = new Plan(folder, at, tls, rights, RANDOM.nextInt(Integer.MAX_VALUE));
        return new EmbeddedBroker(plan, secret, plan.start(at.port()));
    }

    /// How a server is made: one that stopped by itself is not used again.
    private record Plan(Path folder, HubSettings.BrokerAt at, TlsFiles tls, GatewayRights rights, int inVmId) {

        ActiveMQServer start(int port) {
            ActiveMQServer server = new ActiveMQServerImpl(configuration(port), rights);
            try {
                server.start();
                return server;
            } catch (Exception e) {
                throw new BrokerUnfit("the embedded broker does not start on " + at.host() + ":" + port, e);
            }
        }

        private Configuration configuration(int port) {
            return storage(folder, at)
                    .setName("liaison-hub")
                    .setSecurityEnabled(true)
                    .setAuthenticationCacheSize(0)
                    .setAuthorizationCacheSize(0)
                    .setJMXManagementEnabled(false)
                    .setMessageCounterEnabled(false)
                    .setWildcardRoutingEnabled(false)
                    .setThreadPoolMaxSize(12)
                    .setScheduledThreadPoolMaxSize(2)
                    .addAcceptorConfiguration(new TransportConfiguration(
                            InVMAcceptorFactory.class.getName(),
                            Map.of(TransportConstants.SERVER_ID_PROP_NAME, inVmId),
                            "hub"))
                    .addAcceptorConfiguration(new TransportConfiguration(
                            NettyAcceptorFactory.class.getName(), tls.acceptor(at.host(), port), GATEWAYS))
                    .addAddressSetting("#", settings())
                    .addAddressSetting(Addresses.EVERY_REPORTS, passing())
                    .addAddressSetting(Addresses.EVERY_PROBES, passing());
        }
    }

    /// The ids of duplicates are kept for a few batches only: they save work, they are not what keeps a message
    /// from being answered twice (the log is), and kept longer they would hold every journal file alive and have
    /// it copied.
    private static Configuration storage(Path folder, HubSettings.BrokerAt at) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalBufferTimeout_NIO(Math.toIntExact(at.journalDelay().toNanos()))
                .setJournalFileSize(10 * MIB)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(8)
                .setJournalCompactMinFiles(24)
                .setPersistIDCache(true)
                .setIDCacheSize(2_000)
                .setGlobalMaxSize(48L * MIB)
                .setMaxDiskUsage(95);
    }

    /// One rule for every address: what does not fit in memory goes to disk, what cannot be delivered or has
    /// expired goes to an address of its own, and nobody makes addresses by using them. Delivery is tried for ever,
    /// for neither the hub nor a gateway may lose post by being away.
    ///
    /// What a gateway holds counts against the pages read until it acknowledges, and at the limit the broker
    /// reads for nobody. There is room for three connections that stand still with all that one can hold.
    private static AddressSettings settings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(Addresses.DEAD))
                .setExpiryAddress(SimpleString.of(Addresses.EXPIRED))
                .setMaxDeliveryAttempts(-1)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(16L * MIB)
                .setPageSizeBytes(2 * MIB)
                .setMaxReadPageBytes(24 * MIB)
                .setPrefetchPageBytes(4 * MIB)
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoCreateDeadLetterResources(false)
                .setAutoCreateExpiryResources(false);
    }

    /// What is worth nothing a minute later. Without a listener it is gone at once; a listener
    /// that does not keep up finds the newest; and whoever sends too much of it fills nothing.
    private static AddressSettings passing() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                .setMaxSizeBytes(MIB)
                .setDefaultRingSize(NEWEST)
                .setDefaultPurgeOnNoConsumers(true);
    }

    @Override
    public ServerLocator locator() {
        ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(new TransportConfiguration(
                InVMConnectorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, plan.inVmId())));
        return locator.setReconnectAttempts(0);
    }

    @Override
    public String user() {
        return GatewayRights.HUB;
    }

    @Override
    public String password() {
        return secret;
    }

    @Override
    public void furnish(Directory directory) {
        Set<String> addresses = Addresses.all(directory);
        keep(addresses);
        keep(Addresses.besides(directory));
        demandSafety(addresses);
    }

    private void keep(Set<String> addresses) {
        for (String address : addresses) {
            SimpleString name = SimpleString.of(address);
            try {
                server.addOrUpdateAddressInfo(new AddressInfo(name, RoutingType.ANYCAST));
                server.createQueue(
                        QueueConfiguration.of(name)
                                .setAddress(name)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setDurable(true),
                        true);
            } catch (Exception e) {
                throw new BrokerUnfit("the broker cannot keep the queue " + address, e);
            }
        }
    }

    /// Artemis silently deletes what it gives up on unless every address says where that goes.
    private void demandSafety(Set<String> addresses) {
        Map<String, String> unsafe = new TreeMap<>();
        for (String address : addresses) {
            AddressSettings settings = server.getAddressSettingsRepository().getMatch(address);
            if (settings.getDeadLetterAddress() == null) unsafe.put(address, "has no dead-letter address");
            else if (settings.getExpiryAddress() == null) unsafe.put(address, "has no expiry address");
            else if (settings.getAddressFullMessagePolicy() != AddressFullMessagePolicy.PAGE)
                unsafe.put(address, "drops or blocks when full");
            else if (settings.isAutoCreateAddresses() || settings.isAutoCreateQueues())
                unsafe.put(address, "can be made by whoever uses it");
        }
        if (!unsafe.isEmpty()) throw new BrokerUnfit("the broker could lose messages: " + unsafe);
    }

    @Override
    public void expel() {
        for (RemotingConnection connection : server.getRemotingService().getConnections())
            if (connection.isAuthenticated() && !plan.rights().mayStay(connection))
                connection.fail(new ActiveMQException("the gateway's certificate is no longer in force"));
    }

    @Override
    public boolean isUp() {
        return server.isActive();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    /// At the port that gateways know. What one server left locked or listening is let go first.
    @Override
    public synchronized void startAgain() {
        if (closed) throw new BrokerUnfit("the embedded broker was closed");
        try {
            server.stop();
        } catch (Exception e) {
            throw new BrokerUnfit("the embedded broker that stopped by itself does not let go", e);
        }
        server = plan.start(port);
    }

    /// The server at work, for tests to stop.
    ActiveMQServer server() {
        return server;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.stop();
        } catch (Exception e) {
            throw new BrokerUnfit("the embedded broker did not stop cleanly; its journal is complete", e);
        }
    }
}
