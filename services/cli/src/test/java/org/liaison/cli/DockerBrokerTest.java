package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
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
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.Issued;
import org.liaison.certs.Order;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.certs.RevocationReason;
import org.liaison.certs.Serial;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Country;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.Ports;
import org.liaison.seal.Password;

/// The broker of the compose file, really running: the published distribution, started with the command of its image,
/// our `docker/artemis/etc`, and the secrets that the README's lines make.
class DockerBrokerTest {

    private static final DockerFolder DOCKER = DockerFolder.ofTheProject();
    private static final Path DISTRIBUTIONS = Path.of("target", "broker");
    private static final GatewayCode XA = new GatewayCode("gateway-xa");
    private static final GatewayCode XB = new GatewayCode("gateway-xb");
    private static final GatewayCode REVOKED = new GatewayCode("gateway-xc");
    private static final String POLICE = "mailbox.xa.police.antitrafficking";
    private static final String ROOTS_PASSWORD = "public certificates only";
    /// It ends before a second one has paid.
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    private static Path root;

    private static final Map<GatewayCode, Issued> KEYS = new HashMap<>();
    private static int portForGateways;
    private static int portForHub;
    private static Process broker;

    @BeforeAll
    static void start() throws Exception {
        DockerSecrets.layEmptyState(root);
        layKeys();
        DockerSecrets.make(DOCKER, root);
        Path instance = layInstance();
        ProcessBuilder program = new ProcessBuilder(command(instance))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("broker.log").toFile());
        program.environment().put("JDK_JAVA_OPTIONS", ONE_COMPILER);
        broker = program.start();
        awaitStart();
        try (Connection hub = Connection.ofHub()) {
            for (AuthorityCode authority : Cast.authoritiesAt(XA)) hub.make("mailbox." + authority);
            for (AuthorityCode authority : Cast.authoritiesAt(XB)) hub.make("mailbox." + authority);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (broker == null) return;
        broker.destroy();
        if (!broker.waitFor(20, TimeUnit.SECONDS)) broker.destroyForcibly();
    }

    private static void layKeys() throws Exception {
        DemoFolder state = DockerSecrets.state(root);
        Instant now = Instant.now();
        wipe(state.pki());
        Pki pki = Pki.create(state.pki(), now);
        for (GatewayCode gateway : Cast.gateways()) {
            Country country =
                    new Country(gateway.value().substring("gateway-".length()).toUpperCase());
            pki.issueIssuer(country, now);
            Path tls = state.gateway(gateway).resolve("keys/tls.p12");
            wipe(tls.getParent());
            KEYS.put(gateway, pki.issue(Profile.GATEWAY_TLS, gateway.value(), tls, now));
        }
        Path keys = DockerSecrets.folder(root).resolve("broker");
        wipe(keys);
        pki.issue(Order.of(Profile.HUB_TLS, "broker").withHosts(List.of("localhost")), keys.resolve("tls.p12"), now);
        pki.revoke(
                List.of(Serial.of(KEYS.get(REVOKED).certificates().getFirst())), RevocationReason.KEY_COMPROMISE, now);
        layRoots(pki);
    }

    private static void layRoots(Pki pki) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Path pem = pki.trust().resolve("roots/root.pem");
        store.setCertificateEntry(
                "root", org.liaison.seal.Certificates.readPem(pem).getFirst());
        try (OutputStream out = Files.newOutputStream(root.resolve("roots.p12"))) {
            store.store(out, ROOTS_PASSWORD.toCharArray());
        }
    }

    /// What the container would see at /etc/liaison, on ports that are free here.
    private static Path layInstance() throws IOException {
        portForGateways = Ports.free(1).getFirst();
        portForHub = Ports.free(1).getFirst();
        Path etc = root.resolve("instance/etc");
        DOCKER.files().forEach((name, text) -> {
            if (name.startsWith("artemis/etc/")) write(etc.resolve(name.substring("artemis/etc/".length())), text);
        });
        String xml = DOCKER.text("artemis/etc/broker.xml");
        write(
                etc.resolve("broker.xml"),
                xml.replace("tcp://0.0.0.0:61617?", "tcp://127.0.0.1:" + portForGateways + "?")
                        .replace("tcp://0.0.0.0:61618?", "tcp://127.0.0.1:" + portForHub + "?"));
        Files.createSymbolicLink(
                etc.resolve("secrets"), DockerSecrets.folder(root).resolve("broker"));
        Files.createSymbolicLink(
                etc.resolve("trust"), DockerSecrets.folder(root).resolve("public/trust"));
        return etc.getParent();
    }

    /// The image's own command, with the folders of this machine.
    private static List<String> command(Path instance) throws IOException {
        Path distribution;
        try (Stream<Path> unpacked = Files.list(DISTRIBUTIONS)) {
            distribution = unpacked.findFirst().orElseThrow().toAbsolutePath();
        }
        List<String> words = new ArrayList<>(DOCKER.dockerfile("docker/artemis/Dockerfile").words("ENTRYPOINT").stream()
                .map(word -> word.replace("/etc/liaison", instance.toString())
                        .replace("/opt/broker", distribution.toString())
                        .replace("/var/lib/liaison", root.resolve("data").toString()))
                .toList());
        words.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", words.getFirst())
                        .toString());
        return words;
    }

    private static void awaitStart() throws Exception {
        for (int patience = 0; patience < 600; patience++) {
            String log = Files.readString(root.resolve("broker.log"));
            if (log.contains("AMQ221007")) return;
            assertThat(broker.isAlive()).as(log).isTrue();
            Thread.sleep(200);
        }
        throw new AssertionError(Files.readString(root.resolve("broker.log")));
    }

    @Test
    void a_gateway_sends_to_its_own_intakes_and_the_hub_takes_from_there() throws Exception {
        try (Connection gateway = Connection.of(XA);
                Connection hub = Connection.ofHub()) {
            for (String intake : List.of("intake.gateway-xa", "intake.gateway-xa.urgent")) {
                gateway.send(intake);
                assertThat(hub.take(intake)).isTrue();
            }
        }
    }

    @Test
    void a_gateway_takes_from_the_mailboxes_of_its_authorities_and_its_own() throws Exception {
        try (Connection gateway = Connection.of(XA);
                Connection hub = Connection.ofHub()) {
            for (String mailbox : List.of(POLICE, "mailbox.gateway.gateway-xa")) {
                hub.send(mailbox);
                assertThat(gateway.take(mailbox)).isTrue();
            }
        }
    }

    @Test
    void another_gateway_can_do_nothing_of_this() throws Exception {
        try (Connection hostile = Connection.of(XB)) {
            for (String address : List.of("intake.gateway-xa", "intake.gateway-xa.urgent", POLICE, "quarantine"))
                refused(() -> hostile.send(address));
            for (String address : List.of("intake.gateway-xa", POLICE, "mailbox.gateway.gateway-xa", "dead", "expired"))
                refused(() -> hostile.take(address));
        }
    }

    @Test
    void a_gateway_manages_nothing_and_makes_nothing() throws Exception {
        try (Connection gateway = Connection.of(XA)) {
            refused(() -> gateway.send("activemq.management"));
            refused(() -> gateway.make("mailbox.xa.social.invented"));
            refused(() -> gateway.take("intake.gateway-xa"));
            refused(() -> gateway.send(POLICE));
        }
    }

    @Test
    void nobody_comes_in_without_a_certificate_or_with_one_that_is_revoked() {
        assertThatThrownBy(() -> Connection.open(portForGateways, null, "hub", Connection.hubPassword()))
                .isInstanceOf(ActiveMQException.class);
        assertThatThrownBy(() -> Connection.of(REVOKED)).isInstanceOf(ActiveMQException.class);
    }

    @Test
    void only_who_knows_the_password_is_the_hub() throws Exception {
        assertThatThrownBy(() -> Connection.open(portForHub, null, "hub", "a guess"))
                .isInstanceOf(ActiveMQSecurityException.class);
        assertThatThrownBy(() -> Connection.open(portForHub, KEYS.get(XA), null, null))
                .isInstanceOf(ActiveMQSecurityException.class);
        try (Connection gateway = Connection.open(portForGateways, KEYS.get(XA), "hub", Connection.hubPassword())) {
            refused(() -> gateway.take("intake.gateway-xa"));
        }
    }

    /// Without a dead-letter address the broker would drop what it cannot deliver; with
    /// auto-creation anybody could make addresses by using them.
    @Test
    void the_hub_can_see_that_the_broker_drops_nothing() throws Exception {
        try (Connection hub = Connection.ofHub()) {
            for (String address : List.of("intake.gateway-xa", "intake.gateway-xa.urgent", POLICE, "quarantine")) {
                String settings = (String) hub.manage("getAddressSettingsAsJSON", address);
                assertThat(settings)
                        .contains("\"deadLetterAddress\":\"dead\"")
                        .contains("\"expiryAddress\":\"expired\"")
                        .contains("\"addressFullMessagePolicy\":\"PAGE\"")
                        .contains("\"autoCreateQueues\":false")
                        .contains("\"autoCreateAddresses\":false")
                        .contains("\"maxDeliveryAttempts\":-1");
            }
        }
    }

    @Test
    void the_hub_can_put_a_gateway_out() throws Exception {
        try (Connection gateway = Connection.of(XB);
                Connection hub = Connection.ofHub()) {
            gateway.send("intake.gateway-xb");
            hub.putOut(XB);
            assertThatThrownBy(() -> gateway.send("intake.gateway-xb")).isInstanceOf(ActiveMQException.class);
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void refused(Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(ActiveMQSecurityException.class);
    }

    /// A session of somebody at the broker, over TLS 1.3.
    private record Connection(ServerLocator locator, ClientSessionFactory factory, ClientSession session)
            implements AutoCloseable {

        static Connection of(GatewayCode gateway) throws Exception {
            return open(portForGateways, KEYS.get(gateway), null, null);
        }

        static Connection ofHub() throws Exception {
            return open(portForHub, null, "hub", hubPassword());
        }

        static String hubPassword() throws IOException {
            return Files.readString(DockerSecrets.folder(root).resolve("hub/broker.password"))
                    .strip();
        }

        static Connection open(int port, Issued keys, String user, String password) throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put(TransportConstants.HOST_PROP_NAME, "localhost");
            parameters.put(TransportConstants.PORT_PROP_NAME, port);
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
            parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
            parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
            parameters.put(
                    TransportConstants.TRUSTSTORE_PATH_PROP_NAME,
                    root.resolve("roots.p12").toString());
            parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, ROOTS_PASSWORD);
            if (keys != null) {
                String keyPassword =
                        new String(Password.read(keys.passwordFile()).chars());
                parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
                parameters.put(
                        TransportConstants.KEYSTORE_PATH_PROP_NAME, keys.p12().toString());
                parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, keyPassword);
            }
            ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(
                            new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters))
                    .setUseGlobalPools(false)
                    .setInitialConnectAttempts(1)
                    .setReconnectAttempts(0)
                    .setBlockOnDurableSend(true);
            try {
                ClientSessionFactory factory = locator.createSessionFactory();
                return new Connection(
                        locator, factory, factory.createSession(user, password, false, true, true, false, 0));
            } catch (Exception e) {
                locator.close();
                throw e;
            }
        }

        void send(String address) throws ActiveMQException {
            ClientMessage message = session.createMessage(true);
            session.createProducer(address).send(message);
        }

        boolean take(String address) throws ActiveMQException {
            try (var consumer = session.createConsumer(address)) {
                session.start();
                ClientMessage message = consumer.receive(20_000);
                if (message == null) return false;
                message.acknowledge();
                return true;
            }
        }

        Object manage(String operation, Object... arguments) throws Exception {
            try (ClientRequestor requestor = new ClientRequestor(session, "activemq.management")) {
                session.start();
                ClientMessage question = session.createMessage(false);
                ManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, operation, arguments);
                ClientMessage answer = requestor.request(question, 20_000);
                assertThat(ManagementHelper.hasOperationSucceeded(answer)).isTrue();
                return ManagementHelper.getResult(answer);
            }
        }

        /// By its connections: a gateway claims no user name, so that none can be asked for.
        void putOut(GatewayCode gateway) throws Exception {
            Matcher connections =
                    Pattern.compile("\"connectionID\":\"(\\w+)\"").matcher((String) manage("listConnectionsAsJSON"));
            while (connections.find()) {
                String sessions = (String) manage("listSessionsAsJSON", connections.group(1));
                if (sessions.contains("\"validatedUser\":\"" + gateway + "\""))
                    assertThat(manage("closeConnectionWithID", connections.group(1)))
                            .isEqualTo(true);
            }
        }

        void make(String address) throws ActiveMQException {
            session.createAddress(SimpleString.of(address), RoutingType.ANYCAST, false);
            session.createQueue(QueueConfiguration.of(address)
                    .setAddress(address)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        }

        @Override
        public void close() {
            factory.close();
            locator.close();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
