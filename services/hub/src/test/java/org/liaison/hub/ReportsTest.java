package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.hub.OperationsTest.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.Gateways.Gateway;
import org.liaison.console.port.Gateways.Stage;
import org.liaison.console.port.Gateways.Standing;
import org.liaison.console.port.Operator;
import org.liaison.database.Database;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.message.report.Echo;
import org.liaison.message.report.Probe;
import org.liaison.message.report.Report;
import org.liaison.message.report.RouteState;
import org.liaison.message.report.SignOfLife;
import org.liaison.routes.hub.HubRoutes;

/// What a hub knows of gateways from their own words, at the real door, and what a hostile gateway makes of it.
class ReportsTest {

    private static final Operator ADA = new Operator("ada");
    private static final Duration SILENT = Duration.ofMinutes(5);
    private static final String XA = Town.GATEWAY_XA.value();
    private static final String XC = Town.GATEWAY_XC.value();
    private static final String LEAVING = Town.GATEWAY_LEAVING.value();

    @TempDir
    static Path folder;

    private static Town town;
    private static HubProgram.Running hub;

    @BeforeAll
    static void open() {
        town = Town.found(folder);
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void a_report_shows_and_is_remembered_by_a_hub_that_starts_anew() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Report report = report(Town.GATEWAY_XA, Instant.now());
        assertThat(gateway(LEAVING).standing())
                .as("a gateway that never reported is no trouble")
                .isEqualTo(Standing.UNHEARD);
        try (Visitor visitor = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            send(visitor, XA, report.toJson());
            await(() -> gateway(XA).last().isPresent());
        }
        assertThat(gateway(XA).last().orElseThrow().report()).isEqualTo(report);
        assertThat(gateway(XA).standing()).isEqualTo(Standing.REPORTS);
        assertThat(gateway(XA).states()).containsExactly("XA");

        hub.close();
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);

        Gateway remembered = gateway(XA);
        assertThat(remembered.heard().orElseThrow()).isAfterOrEqualTo(before);
        assertThat(remembered.last()).isEmpty();
        assertThat(at(Instant.now().plus(SILENT).plusSeconds(1), XA).standing()).isEqualTo(Standing.SILENT);
        assertThat(at(Instant.now(), XA).standing()).isEqualTo(Standing.REPORTS);
    }

    @Test
    void what_is_no_report_is_counted_and_hurts_neither_reports_nor_post() throws Exception {
        try (Visitor visitor = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            send(visitor, XC, Bytes.ofUtf8("{\"version\":1,\"kind\":\"REPORT\""));
            send(visitor, XC, Bytes.of(new byte[SignOfLife.LARGEST + 1]));
            send(visitor, XC, Bytes.of(new byte[3 * 1024 * 1024]));
            send(visitor, XC, Bytes.of());
            send(visitor, XC, report(Town.GATEWAY_XA, Instant.now()).toJson());
            send(visitor, XC, new Echo(Town.GATEWAY_XC, UUID.randomUUID(), "1", Instant.now()).toJson());
            await(() -> gateway(XC).refused() == 6);
            assertThat(gateway(XC).last()).isEmpty();
            assertThat(gateway(XC).standing()).isEqualTo(Standing.UNHEARD);

            Bytes content = Bytes.ofUtf8("sealed");
            Slip slip = town.slip(content, Priority.ROUTINE);
            visitor.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, content)));
            assertThat(visitor.receive("mailbox.xc.social.welfare")).isInstanceOf(Wire.Receipt.class);

            send(visitor, XC, report(Town.GATEWAY_XC, Instant.now()).toJson());
            await(() -> gateway(XC).last().isPresent());
            assertThat(gateway(XC).refused()).isEqualTo(6);
        }
    }

    @Test
    void a_test_of_a_connection_names_the_stage_at_which_it_failed() throws Exception {
        assertThat(hub.views().gateways().test("gateway-of-nobody", ADA)).isInstanceOf(Answer.Refused.class);
        assertThat(tested(LEAVING)).isEqualTo(Stage.NOT_CONNECTED);
        try (Visitor visitor = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_LEAVING);
                ClientSession session = visitor.transacted()) {
            session.start();
            session.createConsumer("mailbox.gateway." + LEAVING);
            assertThat(tested(LEAVING)).isEqualTo(Stage.NOT_LISTENING);

            ClientConsumer probes = session.createConsumer("probes." + LEAVING);
            assertThat(tested(LEAVING)).isEqualTo(Stage.NO_ANSWER);
            answer(visitor, probes);
            await(() -> stage(LEAVING) == Stage.LATE);
            assertThat(gateway(LEAVING)
                            .tested()
                            .orElseThrow()
                            .echoed()
                            .orElseThrow()
                            .roundTrip())
                    .isGreaterThan(ProbeDesk.PATIENCE);

            CompletableFuture<Stage> test = CompletableFuture.supplyAsync(() -> tested(LEAVING));
            answer(visitor, probes);
            assertThat(test.get(30, TimeUnit.SECONDS)).isEqualTo(Stage.ANSWERED);
            Gateways.Echoed echoed =
                    gateway(LEAVING).tested().orElseThrow().echoed().orElseThrow();
            assertThat(echoed.program()).isEqualTo("7.0");
            assertThat(echoed.clockAhead()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        }
        assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                .extracting(change -> change.note())
                .contains("Test the connection to " + LEAVING + "; by ada");
        assertThat(hub.views().traffic().now().ways())
                .as("a probe is no post")
                .allSatisfy(way -> assertThat(way.lastHour().refused()).isZero());
    }

    /// A gateway whose clock is an hour ahead.
    private static void answer(Visitor visitor, ClientConsumer probes) throws Exception {
        ClientMessage message = probes.receive(Visitor.PATIENCE);
        assertThat(message).isNotNull();
        byte[] json = new byte[message.getBodySize()];
        message.getBodyBuffer().readBytes(json);
        message.acknowledge();
        Probe probe = ((Reading.Clear<Probe>) Probe.read(Bytes.of(json))).value();
        Instant ahead = Instant.now().plus(Duration.ofHours(1));
        send(visitor, LEAVING, new Echo(Town.GATEWAY_LEAVING, probe.id(), "7.0", ahead).toJson());
    }

    private static Stage tested(String gateway) {
        assertThat(hub.views().gateways().test(gateway, ADA)).isInstanceOf(Answer.Done.class);
        return stage(gateway);
    }

    private static Stage stage(String gateway) {
        return gateway(gateway).tested().orElseThrow().stage();
    }

    private static void send(Visitor visitor, String gateway, Bytes json) throws Exception {
        visitor.send("reports." + gateway, UUID.randomUUID().toString(), json);
    }

    private static Gateway gateway(String code) {
        return named(hub.views().gateways(), code);
    }

    /// As a hub would see it that starts at this moment.
    private static Gateway at(Instant now, String code) {
        return named(
                GatewayDesk.open(
                        () -> hub.part(HubRoutes.class).directory(),
                        new LastHeard(hub.part(Database.class).source()),
                        new ProbeDesk(
                                new BrokerOffice(hub.part(Broker.class)),
                                hub.part(OperatorLog.class),
                                Duration.ofSeconds(1),
                                () -> now),
                        _ -> {},
                        SILENT,
                        () -> now),
                code);
    }

    private static Gateway named(Gateways gateways, String code) {
        return gateways.all().stream()
                .filter(gateway -> gateway.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Report report(GatewayCode gateway, Instant clock) {
        return new Report(
                gateway,
                new Report.Program("0.1.0", clock.minusSeconds(60)),
                clock,
                List.of(new RouteState(
                        "gateway-dispatch",
                        true,
                        120,
                        1,
                        0,
                        Optional.of(new RouteState.Failure(clock.minusSeconds(5), "BrokerUnreachable")))),
                List.of(
                        new Report.LaneState(Priority.URGENT, 0, Optional.empty()),
                        new Report.LaneState(Priority.ROUTINE, 3, Optional.of(42L))),
                List.of("mailbox.gateway." + gateway),
                new Report.Machine(Report.Database.OK, Report.Disk.OK, clock.plus(Duration.ofDays(300))),
                new Report.InForce(1, 1),
                Optional.empty(),
                Optional.empty());
    }
}
