package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liaison.gateway.Network.GATEWAY_XA;
import static org.liaison.gateway.Network.SOCIAL_XA;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.Profile;
import org.liaison.message.Bytes;
import org.liaison.routes.gateway.BrokerUnreachable;
import org.liaison.seal.Password;
import org.liaison.seal.TrustStore;

/// What many share is taken from none of them by one who failed.
class HubLinkTest {

    private static final String MAILBOX = "mailbox." + SOCIAL_XA;
    private static final String NOBODYS = "mailbox.xa.nobody";
    private static final long PATIENCE = 20_000;

    @TempDir
    static Path folder;

    private static BrokerInMemory broker;

    private HubLink link;

    @BeforeAll
    static void start() throws Exception {
        broker = new BrokerInMemory(Network.get(), new HubInMemory(Network.get()), 0);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @BeforeEach
    void open() {
        Network network = Network.get();
        GatewaySettings.KeyAt tls = network.keyAt(Profile.GATEWAY_TLS, GATEWAY_XA.value());
        TlsRoots roots = TlsRoots.prepare(network.trust(), folder);
        TrustStore trust = TrustStore.load(network.trust());
        link = new HubLink(
                new HubLink.Address(
                        "localhost",
                        broker.port(),
                        tls.file(),
                        Password.read(tls.passwordFile()),
                        roots.file(),
                        roots.password()),
                GATEWAY_XA,
                new HubIdentity(trust, Duration.ofDays(1), Clock.systemUTC()),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void who_learns_late_that_the_connection_is_gone_takes_no_newer_one_away() throws Exception {
        ClientSession late = link.session();
        late.getSessionFactory().close();
        ClientSession newer = link.session();

        link.broken(late, failureOf(late));

        assertThat(newer.isClosed()).isFalse();
        assertThat(link.standing().connected()).isTrue();
        assertThat(link.session().getSessionFactory()).isSameAs(newer.getSessionFactory());
        assertDelivers(newer);
    }

    @Test
    void a_mailbox_that_is_refused_leaves_the_others_their_connection() throws Exception {
        ClientSession served = link.session();
        ClientSession refused = link.session();
        ActiveMQException refusal =
                catchThrowableOfType(ActiveMQException.class, () -> refused.createConsumer(NOBODYS));

        assertThat(link.broken(refused, refusal)).hasMessageContaining("refuses");

        assertThat(refused.isClosed()).isTrue();
        assertThat(link.standing().connected()).isTrue();
        assertDelivers(served);
    }

    @Test
    void a_connection_that_failed_is_given_up_and_the_next_one_opens_another() throws Exception {
        ClientSession first = link.session();
        ClientSession second = link.session();

        link.broken(first, new ActiveMQException("as if the hub were gone"));

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
        assertThat(link.standing().connected()).isFalse();
        assertDelivers(link.session());
        assertThat(link.standing().connected()).isTrue();
    }

    @Test
    void a_hub_that_is_away_is_unreachable() throws Exception {
        Network network = Network.get();
        int port;
        try (BrokerInMemory gone = new BrokerInMemory(network, new HubInMemory(network), 0)) {
            port = gone.port();
        }
        GatewaySettings.KeyAt tls = network.keyAt(Profile.GATEWAY_TLS, GATEWAY_XA.value());
        TlsRoots roots = TlsRoots.prepare(network.trust(), folder);
        try (HubLink nowhere = new HubLink(
                new HubLink.Address(
                        "localhost",
                        port,
                        tls.file(),
                        Password.read(tls.passwordFile()),
                        roots.file(),
                        roots.password()),
                GATEWAY_XA,
                new HubIdentity(TrustStore.load(network.trust()), Duration.ofDays(1), Clock.systemUTC()),
                Clock.systemUTC())) {
            assertThatThrownBy(nowhere::session).isInstanceOf(BrokerUnreachable.class);
            assertThat(nowhere.standing().connected()).isFalse();
            assertThat(nowhere.standing().problem()).isPresent();
        }
    }

    private static ActiveMQException failureOf(ClientSession session) {
        return catchThrowableOfType(ActiveMQException.class, session::commit);
    }

    private static void assertDelivers(ClientSession session) throws Exception {
        broker.put(MAILBOX, Bytes.ofUtf8("anything"));
        session.start();
        try (ClientConsumer consumer = session.createConsumer(MAILBOX)) {
            consumer.receive(PATIENCE).acknowledge();
            session.commit();
        }
    }
}
