package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.GATEWAY_XA;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.report.Echo;
import org.liaison.message.report.Probe;
import org.liaison.message.report.Report;
import org.liaison.message.report.RouteState;
import org.liaison.message.report.SignOfLife;

/// What a gateway at work says of itself, beside a broker that comes and goes.
class HeartbeatTest {

    private static final String REPORTS = "reports." + GATEWAY_XA;
    private static final String PROBES = "probes." + GATEWAY_XA;
    private static final long PATIENCE = 60_000;
    /// So that only what comes at once can come within the patience.
    private static final String SELDOM = "    report: 1h\n";

    @TempDir
    Path folder;

    @Test
    void it_reports_as_soon_as_it_is_connected_and_answers_probes() throws Exception {
        Network network = Network.get();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Instant before = Instant.now();
        Path configuration = Site.configuration(network, GATEWAY_XA, folder, port, "");
        String yaml = java.nio.file.Files.readString(configuration);
        java.nio.file.Files.writeString(configuration, yaml.replaceFirst("(?m)^    port: .*\n", "$0" + SELDOM));
        try (GatewayProgram.Running gateway = GatewayProgram.start(configuration)) {
            try (BrokerInMemory broker = new BrokerInMemory(network, new HubInMemory(network), port)) {
                Report report = (Report) sign(broker);
                assertThat(report.gateway()).isEqualTo(GATEWAY_XA);
                assertThat(report.clock()).isBetween(before, Instant.now());
                assertThat(report.routes())
                        .extracting(RouteState::id)
                        .contains("gateway-dispatch", "gateway-reception", "gateway-mailbox");
                assertThat(report.outbox())
                        .extracting(Report.LaneState::lane)
                        .containsExactly(Priority.URGENT, Priority.ROUTINE);
                assertThat(report.mailboxes())
                        .contains("mailbox.gateway." + GATEWAY_XA, "mailbox." + Network.SOCIAL_XA);
                assertThat(report.machine().database()).isEqualTo(Report.Database.OK);
                assertThat(report.machine().certificateUntil()).isAfter(before.plus(Duration.ofDays(30)));
                assertThat(report.inForce()).isEqualTo(new Report.InForce(1, 1));
                assertThat(report.checkpoint()).isEmpty();

                broker.put(PROBES, Bytes.ofUtf8("{\"are\":\"you there?\"}"));
                broker.put(PROBES, Bytes.of(new byte[Probe.LARGEST + 1]));
                Probe probe = new Probe(UUID.randomUUID());
                broker.put(PROBES, probe.toJson());
                assertThat(sign(broker)).isInstanceOfSatisfying(Echo.class, echo -> {
                    assertThat(echo.probe()).isEqualTo(probe.id());
                    assertThat(echo.gateway()).isEqualTo(GATEWAY_XA);
                });
            }
            try (BrokerInMemory broker = new BrokerInMemory(network, new HubInMemory(network), port)) {
                assertThat(sign(broker)).as("a new connection").isInstanceOf(Report.class);
            }
        }
    }

    private static SignOfLife sign(BrokerInMemory broker) throws Exception {
        Bytes json = broker.take(REPORTS, PATIENCE).orElseThrow();
        assertThat(json.utf8()).doesNotContain("REF-", "desk@");
        return ((Reading.Clear<SignOfLife>) SignOfLife.read(json)).value();
    }
}
