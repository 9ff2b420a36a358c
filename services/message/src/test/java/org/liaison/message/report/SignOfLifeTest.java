package org.liaison.message.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SignOfLifeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final GatewayCode GATEWAY = new GatewayCode("gateway-xa");
    private static final UUID PROBE = UUID.fromString("7f0f6d52-4f0e-4b6c-9d0a-2f6a1f0c9b11");

    /// As `PROTOCOL.md` shows it.
    private static final Report REPORT = new Report(
            GATEWAY,
            new Report.Program("0.1.0", NOON.minusSeconds(4 * 3600)),
            NOON,
            List.of(new RouteState(
                    "gateway-dispatch",
                    true,
                    120,
                    1,
                    0,
                    Optional.of(new RouteState.Failure(NOON.minusSeconds(3600), "BrokerUnreachable")))),
            List.of(
                    new Report.LaneState(Priority.URGENT, 0, Optional.empty()),
                    new Report.LaneState(Priority.ROUTINE, 3, Optional.of(42L))),
            List.of("mailbox.gateway.gateway-xa", "mailbox.xa.social.welfare"),
            new Report.Machine(Report.Database.OK, Report.Disk.OK, Instant.parse("2027-11-20T00:00:00Z")),
            new Report.InForce(4, 2),
            Optional.empty(),
            Optional.empty());

    private static final ChangedLog CHANGED = new ChangedLog(
            NOON,
            "log.example/test\n7\n...\n",
            "log.example/test\n9\n...\n",
            List.of(Digest.ofContent(Bytes.ofUtf8("x"))));

    private static Report watchful(ChangedLog changed) {
        return new Report(
                REPORT.gateway(),
                REPORT.program(),
                REPORT.clock(),
                REPORT.routes(),
                REPORT.outbox(),
                REPORT.mailboxes(),
                REPORT.machine(),
                REPORT.inForce(),
                Optional.empty(),
                Optional.of(changed));
    }

    @Test
    void the_report_the_probe_and_the_echo_of_the_protocol_are_read() throws Exception {
        assertThat(SignOfLife.read(example("report"))).isEqualTo(new Reading.Clear<>(REPORT));
        assertThat(Probe.read(example("probe"))).isEqualTo(new Reading.Clear<>(new Probe(PROBE)));
        assertThat(SignOfLife.read(example("echo")))
                .isEqualTo(new Reading.Clear<>(new Echo(GATEWAY, PROBE, "0.1.0", NOON)));
    }

    @Test
    void what_is_written_is_read_again() {
        Report witness = new Report(
                REPORT.gateway(),
                REPORT.program(),
                REPORT.clock(),
                REPORT.routes(),
                List.of(),
                REPORT.mailboxes(),
                new Report.Machine(Report.Database.AWAY, Report.Disk.LOW, NOON),
                REPORT.inForce(),
                Optional.of("log.example/test\n7\n...\n"),
                Optional.empty());
        for (SignOfLife sign : List.of(REPORT, witness, watchful(CHANGED), new Echo(GATEWAY, PROBE, "0.1.0", NOON)))
            assertThat(SignOfLife.read(sign.toJson())).isEqualTo(new Reading.Clear<>(sign));
        assertThat(Probe.read(new Probe(PROBE).toJson())).isEqualTo(new Reading.Clear<>(new Probe(PROBE)));
    }

    @Test
    void the_largest_report_that_may_be_written_may_be_read() {
        List<RouteState> routes = new ArrayList<>();
        for (int i = 0; i < Report.MOST_ROUTES; i++)
            routes.add(new RouteState(
                    "r".repeat(61),
                    true,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE,
                    Optional.of(new RouteState.Failure(NOON.plusNanos(123_456_789), "F".repeat(80)))));
        List<String> mailboxes = new ArrayList<>();
        for (int i = 0; i < Report.MOST_MAILBOXES; i++) mailboxes.add("mailbox." + "a".repeat(60));
        Report largest = new Report(
                GATEWAY,
                REPORT.program(),
                NOON,
                routes,
                REPORT.outbox(),
                mailboxes,
                REPORT.machine(),
                REPORT.inForce(),
                Optional.of("\n".repeat(100) + "x".repeat(Report.LONGEST_CHECKPOINT - 100)),
                Optional.empty());
        assertThat(SignOfLife.read(largest.toJson())).isEqualTo(new Reading.Clear<>(largest));
        String note = "\n".repeat(100) + "x".repeat(ChangedLog.LONGEST_NOTE - 100);
        Report loudest = new Report(
                GATEWAY,
                REPORT.program(),
                NOON,
                routes,
                REPORT.outbox(),
                mailboxes,
                REPORT.machine(),
                REPORT.inForce(),
                Optional.empty(),
                Optional.of(new ChangedLog(
                        NOON,
                        note,
                        note,
                        Collections.nCopies(
                                ChangedLog.MOST_STEPS, CHANGED.beginning().getFirst()))));
        assertThat(SignOfLife.read(loudest.toJson())).isEqualTo(new Reading.Clear<>(loudest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"REPORT\"", "{\"version\":1}", "{\"version\":1,\"kind\":\"LETTER\"}"})
    void what_is_no_sign_of_life_is_refused(String json) {
        assertThat(SignOfLife.read(Bytes.ofUtf8(json))).isInstanceOf(Reading.Garbled.class);
        assertThat(Probe.read(Bytes.ofUtf8(json))).isInstanceOf(Reading.Garbled.class);
    }

    @Test
    void a_report_that_says_more_or_other_than_it_may_is_refused() {
        refused("a field too many", json -> json.put("caseId", "XC-REF-2026-000001"));
        refused("version 1 only", json -> json.put("version", 2));
        refused("'gateway' cannot be read", json -> json.put("gateway", "../../etc"));
        refused("version does not look like one", json -> json.put("program", "<script>"));
        refused("'clock' cannot be read", json -> json.put("clock", "yesterday"));
        refused("between the years", json -> json.put("certificateUntil", "9999-12-31T00:00:00Z"));
        refused("'database' cannot be read", json -> json.put("database", "GONE"));
        refused("not less than nought", json -> json.put("directory", -1));
        refused(
                "each lane once",
                json -> json.putArray("outbox")
                        .add(json.objectNode().put("lane", "URGENT").put("depth", 1))
                        .add(json.objectNode().put("lane", "URGENT").put("depth", 2)));
        refused(
                "a mailbox does not look like one",
                json -> json.putArray("mailboxes").add("quarantine"));
        refused("a route's id does not look like one", json -> route(json).put("id", "two words"));
        refused("a field too many", json -> route(json).put("text", "what an officer wrote"));
        refused(
                "a fault's class does not look like one",
                json -> route(json)
                        .putObject("lastFailure")
                        .put("at", NOON.toString())
                        .put("fault", "cannot read the letter of Ms Doe"));
        refused("no more than 64 routes", json -> {
            var routes = json.putArray("routes");
            for (int i = 0; i <= Report.MOST_ROUTES; i++)
                routes.addObject()
                        .put("id", "r" + i)
                        .put("running", true)
                        .put("exchanges", 0)
                        .put("failed", 0)
                        .put("inFlight", 0);
        });
        refused("a checkpoint has 1 to", json -> json.put("checkpoint", "x".repeat(Report.LONGEST_CHECKPOINT + 1)));
        refused("no more than 16384 characters together", json -> {
            json.put("checkpoint", "x".repeat(Report.LONGEST_CHECKPOINT));
            CHANGED.write(json.putObject("changedLog"));
        });
        refused("a field too many", json -> {
            CHANGED.write(json.putObject("changedLog"));
            ((ObjectNode) json.path("changedLog")).put("case", "XC-REF-2026-000001");
        });
        refused("held has 1 to 8192 characters", json -> {
            CHANGED.write(json.putObject("changedLog"));
            ((ObjectNode) json.path("changedLog")).put("held", "x".repeat(ChangedLog.LONGEST_NOTE + 1));
        });
        refused("no more than 64 steps", json -> {
            CHANGED.write(json.putObject("changedLog"));
            ArrayNode steps = ((ObjectNode) json.path("changedLog")).putArray("beginning");
            for (int i = 0; i <= ChangedLog.MOST_STEPS; i++)
                steps.add(CHANGED.beginning().getFirst().value().toBase64());
        });
        refused("more than 65536 bytes", json -> json.put("program", "x".repeat(SignOfLife.LARGEST)));
    }

    private static ObjectNode route(ObjectNode report) {
        return (ObjectNode) report.path("routes").path(0);
    }

    private static void refused(String why, Consumer<ObjectNode> change) {
        ObjectNode json =
                (ObjectNode) StrictJson.MAPPER.readTree(REPORT.toJson().toArray());
        change.accept(json);
        assertThat(SignOfLife.read(StrictJson.write(json)))
                .isInstanceOfSatisfying(
                        Reading.Garbled.class,
                        garbled -> assertThat(garbled.problem()).contains(why));
    }

    private static Bytes example(String name) throws Exception {
        Matcher fence = Pattern.compile("<!-- example: " + name + " -->\\s*```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("PROTOCOL.md")));
        assertThat(fence.find()).as("PROTOCOL.md has an example " + name).isTrue();
        return Bytes.ofUtf8(fence.group(1));
    }
}
