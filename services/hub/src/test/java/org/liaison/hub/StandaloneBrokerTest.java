package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.Order;
import org.liaison.certs.Profile;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Mailboxes.Box;
import org.liaison.console.port.Operator;
import org.liaison.message.Bytes;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.seal.Password;

/// The hub on a broker of its own: the published distribution in its own process, with the configuration of `docker/`.
class StandaloneBrokerTest {

    private static final Path CONFIGURATION = Path.of("..", "..", "docker", "artemis", "etc");
    private static final Path DISTRIBUTIONS = Path.of("target", "broker");
    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    /// It ends before a second one has paid.
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path folder;

    private Town town;
    private int gateways;
    private int hubs;

    @Test
    void a_message_and_its_evidence_go_through_a_broker_in_its_own_process_also_after_it_died() throws Exception {
        town = Town.found(folder);
        Process broker = start();
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
                Visitor sender = Visitor.with(town, gateways, Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, gateways, Town.GATEWAY_XA)) {
            Slip slip = town.slip(CONTENT, Priority.URGENT);
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            assertThat(((Wire.Delivery) recipient.receive("mailbox.xa.social.shelter")).content())
                    .isEqualTo(CONTENT);
            assertThat(sender.receive("mailbox.xc.social.welfare")).isInstanceOf(Wire.Receipt.class);
            EvidenceId id = EvidenceId.next(Instant.now());
            recipient.send("intake.gateway-xa", id.toString(), Frames.write(town.handover(slip, id)));
            assertThat(sender.receive("mailbox.xc.social.welfare")).isInstanceOf(Wire.Receipt.class);
            assertThat(hub.brokerPort()).isEqualTo(-1);
            assertReports(hub, sender, recipient);
            assertMailboxes(hub);
            broker.destroyForcibly().waitFor();
            assertUnready(hub);
            broker = run();
            assertGoesOn(hub);
        } finally {
            broker.destroy();
            if (!broker.waitFor(20, TimeUnit.SECONDS)) broker.destroyForcibly();
        }
    }

    /// The lanes say so; and a restart of the hub would not help.
    private static void assertUnready(HubProgram.Running hub) throws Exception {
        OperationsTest.await(() -> ready(hub).statusCode() == 503);
        assertThat(ready(hub).body()).contains("\"lanes\":");
        assertThat(OperationsTest.get(hub.managementPort(), "/actuator/health/liveness")
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertGoesOn(HubProgram.Running hub) throws Exception {
        OperationsTest.await(() -> ready(hub).statusCode() == 200);
        Slip slip = town.slip(CONTENT, Priority.URGENT);
        try (Visitor sender = Visitor.with(town, gateways, Town.GATEWAY_XC)) {
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            OperationsTest.await(() -> hub.views().trace().of(slip.id()).size() == 1);
        }
    }

    private static HttpResponse<String> ready(HubProgram.Running hub) {
        try {
            return OperationsTest.get(hub.managementPort(), "/actuator/health/readiness");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Beside the post, by the broker's own configuration: what nobody listened to is gone, what a
    /// listener hears is its gateway's, and a probe comes to whom it is for.
    private static void assertReports(HubProgram.Running hub, Visitor sender, Visitor recipient) throws Exception {
        assertThatThrownBy(() -> sender.send("reports.gateway-xa", "foreign", CONTENT))
                .isInstanceOf(ActiveMQSecurityException.class);
        assertThatThrownBy(() -> sender.receive("probes.gateway-xa", 10)).isInstanceOf(ActiveMQSecurityException.class);
        recipient.send(
                "reports.gateway-xa",
                "report",
                ReportsTest.report(Town.GATEWAY_XA, Instant.now()).toJson());
        OperationsTest.await(() -> gateway(hub, "gateway-xa").last().isPresent());
        Gateways gateways = hub.views().gateways();
        gateways.test("gateway-xa", new Operator("ada"));
        assertThat(gateway(hub, "gateway-xa").tested().orElseThrow().stage()).isEqualTo(Gateways.Stage.NOT_CONNECTED);
        try (ClientSession session = recipient.transacted()) {
            session.start();
            ClientConsumer probes = session.createConsumer("probes.gateway-xa");
            assertThat(probes.receiveImmediate())
                    .as("no probe waits for a gateway that is away")
                    .isNull();
            gateways.test("gateway-xa", new Operator("ada"));
            assertThat(probes.receive(Visitor.PATIENCE)).isNotNull();
            assertThat(gateway(hub, "gateway-xa").tested().orElseThrow().stage())
                    .isEqualTo(Gateways.Stage.NO_ANSWER);
        }
    }

    private static Gateways.Gateway gateway(HubProgram.Running hub, String code) {
        return hub.views().gateways().all().stream()
                .filter(gateway -> gateway.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// What waits at a broker by URL can be asked for as at the hub's own.
    private void assertMailboxes(HubProgram.Running hub) throws Exception {
        Slip slip = town.slip(CONTENT, Priority.ROUTINE);
        Instant before = slip.created().minusSeconds(5);
        try (Visitor sender = Visitor.with(town, gateways, Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, gateways, Town.GATEWAY_XA);
                ClientSession session = recipient.transacted()) {
            session.createConsumer("mailbox.gateway.gateway-xa");
            sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            OperationsTest.await(
                    () -> box(hub, "mailbox.xa.social.shelter").map(Box::depth).equals(Optional.of(1L)));
            Box full = box(hub, "mailbox.xa.social.shelter").orElseThrow();
            assertThat(full.oldest().orElseThrow()).isBetween(before, Instant.now());
            assertThat(full.fetched()).isFalse();
            assertThat(full.paging()).contains(false);
            assertThat(box(hub, "mailbox.gateway.gateway-xa").orElseThrow().fetched())
                    .isTrue();
            assertThat(box(hub, "intake.gateway-xc").orElseThrow().fetched()).isTrue();
        }
    }

    private static Optional<Box> box(HubProgram.Running hub, String name) {
        return switch (hub.views().mailboxes().all()) {
            case Mailboxes.Reading.Read(var _, List<Box> boxes) ->
                boxes.stream().filter(box -> box.name().equals(name)).findFirst();
            case Mailboxes.Reading.Unread(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private Process start() throws Exception {
        gateways = freePort();
        hubs = freePort();
        Path etc = folder.resolve("instance/etc");
        copyConfiguration(etc);
        layOutSecrets(etc.resolve("secrets"));
        Files.createSymbolicLink(etc.resolve("trust"), town.pki.trust());
        Town.write(
                town.hubConfiguration(),
                town.configuration(
                        "broker: {url: \"tcp://localhost:" + hubs + "\", password-file: keys/broker.password}"));
        return run();
    }

    private Process run() throws Exception {
        ProcessBuilder program = new ProcessBuilder(command(folder.resolve("instance/etc")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile());
        program.environment().put("JDK_JAVA_OPTIONS", ONE_COMPILER);
        Process broker = program.start();
        awaitStart(broker);
        return broker;
    }

    private void copyConfiguration(Path etc) throws IOException {
        Files.createDirectories(etc);
        try (Stream<Path> files = Files.list(CONFIGURATION)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Town.write(
                        etc.resolve(file.getFileName()),
                        Files.readString(file)
                                .replace("tcp://0.0.0.0:61617", "tcp://127.0.0.1:" + gateways)
                                .replace("tcp://0.0.0.0:61618", "tcp://127.0.0.1:" + hubs));
        }
    }

    /// What docker/README.md makes with its lines.
    private void layOutSecrets(Path secrets) throws IOException {
        Files.createDirectories(secrets);
        town.pki.issue(
                Order.of(Profile.HUB_TLS, "broker").withHosts(List.of("localhost", "127.0.0.1")),
                secrets.resolve("tls.p12"),
                town.founded);
        String tls = new String(Password.read(secrets.resolve("tls.password")).chars());
        Password password = Password.generate();
        password.write(folder.resolve("keys/broker.password"));
        Town.write(secrets.resolve("users.properties"), "hub = " + new String(password.chars()) + "\n");
        Town.write(
                secrets.resolve("broker.properties"),
                "acceptorConfigurations.gateways.params.keyStorePassword=" + tls + "\n"
                        + "acceptorConfigurations.hub.params.keyStorePassword=" + tls + "\n");
        StringBuilder lists = new StringBuilder();
        try (Stream<Path> files = Files.list(town.pki.trust().resolve("crl"))) {
            for (Path file : files.sorted().toList()) lists.append(Files.readString(file));
        }
        Town.write(secrets.resolve("revoked.crl"), lists.toString());
    }

    private List<String> command(Path etc) throws IOException {
        Path distribution;
        try (Stream<Path> unpacked = Files.list(DISTRIBUTIONS)) {
            distribution = unpacked.findFirst().orElseThrow().toAbsolutePath();
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx224m",
                "-Dlog4j2.disableJmx=true",
                "-Dlog4j2.configurationFile=" + etc.resolve("log4j2.properties"),
                "-Djava.security.auth.login.config=" + etc.resolve("login.config"),
                "-Dartemis.home=" + distribution,
                "-Dartemis.instance=" + etc.getParent(),
                "-Dartemis.instance.etc=" + etc,
                "-Ddata.dir=" + folder.resolve("broker-data"),
                "-cp",
                distribution.resolve("lib/artemis-boot.jar").toString(),
                "org.apache.activemq.artemis.boot.Artemis",
                "run",
                "--properties",
                etc.resolve("secrets/broker.properties").toString());
    }

    private void awaitStart(Process broker) throws Exception {
        Path log = folder.resolve("broker.log");
        for (int patience = 0; patience < 600; patience++) {
            String text = Files.readString(log);
            if (text.contains("AMQ221007")) return;
            assertThat(broker.isAlive()).as(text).isTrue();
            Thread.sleep(200);
        }
        throw new AssertionError(Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
