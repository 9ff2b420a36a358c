package org.liaison.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.liaison.certs.Profile;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.seal.Password;

/// A broker with mutual TLS and a [HubInMemory] behind its intakes. What it holds is lost when it
/// stops, as if its disk had burnt: gateways must bear that, too.
final class BrokerInMemory implements AutoCloseable {

    private static int brokers;

    private final Network network;
    private final HubInMemory hub;
    private final int wantedPort;
    private ActiveMQServer server;
    private ServerLocator locator;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    BrokerInMemory(Network network, HubInMemory hub, int port) throws Exception {
        this.network = network;
        this.hub = hub;
        this.wantedPort = port;
        start();
    }

    private void start() throws Exception {
        int number;
        synchronized (BrokerInMemory.class) {
            number = 100 + brokers++;
        }
        TlsRoots roots = TlsRoots.prepare(network.trust(), network.folder.resolve("broker-" + number));
        GatewaySettings.KeyAt tls = network.keyAt(Profile.HUB_TLS, "hub");
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration("vm", "vm://" + number);
        configuration.addAcceptorConfiguration(
                "tls",
                "tcp://127.0.0.1:" + wantedPort + "?sslEnabled=true;needClientAuth=true;enabledProtocols=TLSv1.3"
                        + ";protocols=CORE;keyStoreType=PKCS12;keyStorePath=" + tls.file() + ";keyStorePassword="
                        + new String(Password.read(tls.passwordFile()).chars())
                        + ";trustStoreType=PKCS12;trustStorePath=" + roots.file() + ";trustStorePassword="
                        + new String(roots.password().chars()));
        for (GatewayCode gateway : List.of(Network.GATEWAY_XA, Network.GATEWAY_XC)) {
            queue(configuration, "intake." + gateway);
            queue(configuration, "intake." + gateway + ".urgent");
            queue(configuration, "mailbox.gateway." + gateway);
            queue(configuration, "reports." + gateway);
            queue(configuration, "probes." + gateway);
            for (AuthorityCode authority : Network.at(gateway)) queue(configuration, "mailbox." + authority);
        }
        server = ActiveMQServers.newActiveMQServer(configuration);
        server.start();
        stopping = false;
        locator = ActiveMQClient.createServerLocator("vm://" + number);
        ClientSessionFactory factory = locator.createSessionFactory();
        for (GatewayCode gateway : List.of(Network.GATEWAY_XA, Network.GATEWAY_XC))
            for (String lane : List.of("", ".urgent")) consume(factory, "intake." + gateway + lane);
    }

    private static void queue(ConfigurationImpl configuration, String name) {
        configuration.addQueueConfiguration(
                QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true));
    }

    private void consume(ClientSessionFactory factory, String intake) throws Exception {
        ClientSession session = factory.createSession(false, false);
        ClientConsumer consumer = session.createConsumer(intake);
        ClientProducer producer = session.createProducer();
        session.start();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            while (!stopping) {
                try {
                    ClientMessage message = consumer.receive(500);
                    if (message == null) continue;
                    byte[] frame = new byte[message.getBodySize()];
                    message.getBodyBuffer().readBytes(frame);
                    for (HubInMemory.Post post : hub.receive(Bytes.owned(frame))) {
                        ClientMessage out = session.createMessage(true);
                        out.getBodyBuffer().writeBytes(post.frame().buffer());
                        producer.send(post.mailbox(), out);
                    }
                    message.acknowledge();
                    session.commit();
                } catch (Exception e) {
                    if (!stopping) throw new IllegalStateException(e);
                }
            }
        });
        threads.add(thread);
    }

    int port() {
        return ((NettyAcceptor) server.getRemotingService().getAcceptor("tls")).getActualPort();
    }

    /// Puts bytes into a mailbox as a hostile hub might.
    void put(String mailbox, Bytes frame) throws Exception {
        try (ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(true, true)) {
            ClientMessage message = session.createMessage(true);
            message.getBodyBuffer().writeBytes(frame.buffer());
            session.createProducer(mailbox).send(message);
        }
    }

    /// What lies there next; nothing comes in `millis`, nothing is answered.
    Optional<Bytes> take(String queue, long millis) throws Exception {
        try (ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(true, true);
                ClientConsumer consumer = session.createConsumer(queue)) {
            session.start();
            ClientMessage message = consumer.receive(millis);
            if (message == null) return Optional.empty();
            byte[] body = new byte[message.getBodySize()];
            message.getBodyBuffer().readBytes(body);
            message.acknowledge();
            return Optional.of(Bytes.owned(body));
        }
    }

    @Override
    public void close() throws Exception {
        stopping = true;
        locator.close();
        server.stop();
    }
}
