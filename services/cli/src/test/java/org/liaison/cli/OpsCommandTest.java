package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.console.ConsoleWiring;
import org.liaison.gateway.GatewayProgram;
import org.liaison.hub.HubProgram;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.Ports;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Operators at a terminal, with their tokens, beside a hub at work: Ada operates, Cleo audits, the first administrator
/// does neither.
class OpsCommandTest {

    private static final List<String> VIEWS = List.of(
            "traffic",
            "series",
            "routes",
            "gateways",
            "mailboxes",
            "quarantine",
            "certificates",
            "snapshots",
            "log",
            "changes",
            "deadlines",
            "events",
            "alerts");
    private static final String ROUTE = "hub-directory-watch";
    private static final String NANOSECONDS = "[0-9]{2}:[0-9]{2}\\.[0-9]{4,}";
    private static final String WHY = "the disk is changed";

    @TempDir
    private static Path folder;

    private static DemoFolder state;
    private static HubProgram.Running hub;
    private static Path adas;
    private static Path cleos;
    private static Path administrators;
    private static Visitor ada;

    private record Run(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        state = new DemoFolder(folder.resolve("state"));
        Demo.prepare(state);
        int port = Ports.free(1).getFirst();
        Files.writeString(state.hubConfiguration(), """
                hub:
                  data: data
                  trust: ../pki/trust
                  directory: ../directory.p7m
                  rulebook: ../rulebook.p7m
                  keys:
                    evidence: {file: keys/evidence.p12, password-file: keys/evidence.password}
                    tls: {file: keys/tls.p12, password-file: keys/tls.password}
                  log:
                    key: {file: keys/log.p12, password-file: keys/log.password}
                  broker: {port: 0}
                  web: {port: 0, management-port: 0}
                  console: {port: %d}
                """.formatted(port));
        hub = HubProgram.start(state.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
        Visitor administrator = Visitor.first(hub, "root");
        ada = administrator.invite("ada", "OFFICER:hub");
        adas = keep("ada", ada.token());
        cleos = keep("cleo", administrator.invite("cleo", "AUDITOR:hub").token());
        administrators = keep("root", administrator.token());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void every_view_of_the_console_can_be_read_at_a_terminal() {
        for (String view : VIEWS) {
            Run run = ops(cleos, view);
            assertThat(run.exit()).as(view + ": " + run.err()).isZero();
            assertThat(run.out())
                    .as(view)
                    .isNotBlank()
                    .doesNotContainPattern(NANOSECONDS)
                    .doesNotContainPattern("PT-?[0-9]")
                    .doesNotContainPattern("(?m)^ *[a-z ]+: *$");
        }
        assertThat(ops(cleos, "events").out()).isEqualToIgnoringNewLines("Nothing yet.");
        JsonNode routes =
                JsonMapper.shared().readTree(ops(cleos, "routes", "--json").out());
        assertThat(routes.findValuesAsString("id")).contains("hub-intake", ROUTE);
        assertThat(ops(cleos, "changes").out()).contains("hub started", "snapshot in force: Directory number 1.");
        assertThat(ops(cleos, "differences", "--kind", "directory", "--from", "1", "--to", "1")
                        .out())
                .contains("Nothing yet.");
    }

    /// What programs may ask of the console, and what a person types for it.
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("/routes/{route}/pause", "pause"),
            Map.entry("/routes/{route}/resume", "resume"),
            Map.entry("/gateways/{gateway}/test", "test-connection"),
            Map.entry("/quarantine", "quarantine release, quarantine return, quarantine discard"),
            Map.entry("/quarantine/proposals/{id}/confirm", "quarantine confirm"),
            Map.entry("/quarantine/proposals/{id}/decline", "quarantine decline"),
            Map.entry("/alerts/acknowledge", "ack"),
            Map.entry("/alerts/test", "test-alerts"),
            Map.entry("/log/verify", "verify-log"),
            Map.entry("/diagnostics", "diagnostics"));

    @Test
    void whatever_a_program_may_do_has_a_command() {
        Set<String> actions = new TreeSet<>();
        for (Class<?> controller :
                ConsoleWiring.class.getAnnotation(Import.class).value())
            if (controller.isAnnotationPresent(RequestMapping.class))
                for (Method method : controller.getDeclaredMethods())
                    if (method.isAnnotationPresent(PostMapping.class))
                        actions.addAll(
                                List.of(method.getAnnotation(PostMapping.class).value()));
        assertThat(COMMANDS).containsOnlyKeys(actions);
        for (String commands : COMMANDS.values())
            for (String command : commands.split(", ", -1)) {
                CommandLine line = Liaison.commandLine().getSubcommands().get("ops");
                for (String word : command.split(" ", -1)) {
                    assertThat(line.getSubcommands()).as(command).containsKey(word);
                    line = line.getSubcommands().get(word);
                }
            }
    }

    @Test
    void the_connection_to_a_gateway_is_tested_by_an_operator_and_nobody_else() {
        Run tested = ops(adas, "test-connection", "gateway-xb");
        assertThat(tested.exit()).as(tested.err()).isZero();
        assertThat(tested.out()).contains("gateway-xb is not connected.", "Log entry");
        assertThat(unwrapped(ops(cleos, "changes"))).contains("The connection to gateway-xb was tested. By ada");
        assertThat(unwrapped(ops(cleos, "gateways"))).contains("gateway-xb XB unheard", "by ada: not connected");
        assertThat(ops(adas, "test-connection", "gateway-nobody").err()).contains("knows no gateway of this name");
        assertThat(ops(cleos, "test-connection", "gateway-xb").exit()).isNotZero();
    }

    @Test
    void a_gateway_at_work_reports_and_answers_until_it_is_stopped() throws Exception {
        GatewayCode xa = new GatewayCode("gateway-xa");
        Files.writeString(state.gatewayConfiguration(xa), configuration(xa));
        try (GatewayProgram.Running gateway =
                GatewayProgram.start(state.gatewayConfiguration(xa), GatewayProgram.Logging.LEFT_ALONE)) {
            JsonNode reporting = awaitReport(xa);
            assertThat(gateway.isConnected()).isTrue();
            assertThat(reporting.path("states").get(0).asString()).isEqualTo("XA");
            assertThat(reporting.path("report").path("routes").findValuesAsString("id"))
                    .contains("gateway-dispatch", "gateway-reception");
            assertThat(reporting.path("report").path("database").asString()).isEqualTo("OK");
            Run answered = ops(adas, "test-connection", xa.value());
            assertThat(answered.exit()).as(answered.err()).isZero();
            assertThat(unwrapped(answered))
                    .contains("gateway-xa answered after", "Its program is version", "its clock is");
        }
        assertThat(unwrapped(ops(adas, "test-connection", xa.value()))).contains("gateway-xa is not connected.");
        assertThat(gateway(xa).path("tested").path("stage").asString()).isEqualTo("NOT_CONNECTED");
        assertThat(gateway(xa).path("standing").asString())
                .as("silence takes minutes")
                .isEqualTo("REPORTS");
    }

    private static JsonNode awaitReport(GatewayCode code) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        JsonNode told = gateway(code);
        while (!told.has("report")) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(200);
            told = gateway(code);
        }
        return told;
    }

    private static JsonNode gateway(GatewayCode code) {
        Run run = ops(cleos, "gateways", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        for (JsonNode one : JsonMapper.shared().readTree(run.out()))
            if (one.path("gateway").asString().equals(code.value())) return one;
        throw new AssertionError(run.out());
    }

    private static String configuration(GatewayCode code) {
        StringBuilder yaml = new StringBuilder("""
                gateway:
                  code: %s
                  data: data
                  trust: ../pki/trust
                  directory: ../directory.p7m
                  rulebook: ../rulebook.p7m
                  token-file: token
                  hub:
                    host: 127.0.0.1
                    port: %d
                    tls: {file: keys/tls.p12, password-file: keys/tls.password}
                    report: 1s
                  web: {port: 0, management-port: 0}
                  desk: {enrolment-file: enrolment}
                  authorities:
                """.formatted(code, hub.brokerPort()));
        for (AuthorityCode authority : Cast.authoritiesAt(code))
            yaml.append("    - {code: %1$s, keys: {file: keys/%1$s.p12, password-file: keys/%1$s.password}}%n"
                    .formatted(authority));
        return yaml.toString();
    }

    @Test
    void a_route_is_paused_and_resumed_with_a_reason_that_stands_in_the_log() {
        Run paused = ops(adas, "pause", ROUTE, "--for", "30m", "--why", WHY);
        assertThat(paused.exit()).as(paused.err()).isZero();
        assertThat(paused.out()).contains("is paused until", "Log entry");
        assertThat(unwrapped(ops(cleos, "routes")))
                .contains("stands still", ROUTE + " is paused until", "by ada: " + WHY);
        assertThat(unwrapped(ops(cleos, "changes")))
                .contains("The route " + ROUTE + " was paused until", "By ada: " + WHY);
        assertThat(ops(adas, "resume", ROUTE, "--why", "the disk is there").out())
                .contains("goes on");
        Run again = ops(adas, "resume", ROUTE, "--why", "the disk is there");
        assertThat(again.exit()).isEqualTo(Exit.REFUSED);
        assertThat(again.err()).contains("is not paused");
        assertThat(ops(adas, "pause", ROUTE, "--for", "25h", "--why", WHY).err())
                .contains("A pause lasts 1 to 1440 minutes.");
        Run unreadable = ops(adas, "pause", ROUTE, "--for", "a while", "--why", WHY);
        assertThat(unreadable.exit()).isEqualTo(Exit.USAGE);
        assertThat(unreadable.err()).contains("30m or 2h");
        assertThat(ops(adas, "pause", ROUTE, "--for", "5m").err()).contains("--why");
    }

    @Test
    void the_log_is_read_whole_and_other_actions_say_why_not() {
        assertThat(ops(adas, "verify-log").out()).contains("is being read", "Log entry");
        assertThat(ops(cleos, "log").out()).contains("examination");
        assertThat(ops(adas, "ack", "CLOCK nowhere").err()).contains("No open alert has this cause");
        assertThat(ops(adas, "test-alerts").err()).contains("Neither e-mail nor webhook is configured.");
        assertThat(ops(adas, "quarantine", "release", "4711", "--why", WHY).err())
                .contains("1 of these messages no longer lies in quarantine");
        assertThat(ops(adas, "quarantine", "preview", "4711", "--effect", "discard")
                        .out())
                .contains("A second person has to confirm this.");
        String nobody = "00000000-0000-0000-0000-000000000000";
        assertThat(ops(adas, "quarantine", "confirm", nobody).err()).contains("no longer waits for anybody");
        assertThat(ops(adas, "quarantine", "decline", nobody, "--why", WHY).err())
                .contains("no longer waits for anybody");
    }

    @Test
    void a_message_that_the_log_does_not_know_has_no_way() {
        assertThat(ops(cleos, "trace", "019ab3a1-7c00-7abc-8def-0123456789ab").out())
                .contains("Nothing yet.");
        assertThat(ops(cleos, "trace").exit()).isEqualTo(Exit.USAGE);
        Run wrong = ops(cleos, "series", "--corridor", "from here to there");
        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        assertThat(wrong.err()).contains("a corridor is written like XC-XA");
        assertThat(ops(cleos, "secrets").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_diagnostics_bundle_is_a_file_that_is_not_there_yet() throws Exception {
        Path bundle = folder.resolve("bundle.zip");
        Run made = ops(adas, "diagnostics", "-o", bundle.toString());
        assertThat(made.exit()).as(made.err()).isZero();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("program.json", "settings.json", "threads.txt");
        }
        assertThat(unwrapped(ops(cleos, "changes"))).contains("A diagnostics bundle was made. By ada");
        assertThat(ops(adas, "diagnostics", "-o", bundle.toString()).err()).contains("There is a file");
        assertThat(ops(cleos, "diagnostics", "-o", folder.resolve("other.zip").toString())
                        .err())
                .contains("to act OFFICER or SUPERVISOR");
    }

    @Test
    void who_lacks_the_right_is_told_so() {
        Run auditor = ops(cleos, "pause", ROUTE, "--for", "5m", "--why", WHY);
        assertThat(auditor.exit()).isEqualTo(Exit.REFUSED);
        assertThat(auditor.err()).contains("to act OFFICER or SUPERVISOR");
        assertThat(ops(administrators, "alerts").err()).contains("to look takes OFFICER, SUPERVISOR or AUDITOR");
    }

    @Test
    void a_token_that_is_missing_wrong_or_revoked_is_said_to_be() throws Exception {
        Run missing = run("ops", "alerts", "--console", console());
        assertThat(missing.exit()).isEqualTo(Exit.USAGE);
        assertThat(missing.err()).contains("The console asks for a token.", "--token-file");
        assertThat(ops(folder.resolve("nowhere"), "alerts").err()).contains("cannot be read");
        assertThat(ops(keep("empty", ""), "alerts").err()).contains("holds no token");
        Run wrong = ops(keep("wrong", "liaison_nobodys"), "alerts");
        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        assertThat(wrong.err()).contains("This token is not known here.").doesNotContain("nobodys");
        Path revoked = keep("revoked", ada.token());
        ada.revoke();
        assertThat(ops(revoked, "alerts").err()).contains("This token was revoked.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-r-----"})
    void a_token_that_others_can_read_is_not_used(String permissions) throws Exception {
        Path open = keep("open", Files.readString(cleos).strip());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));
        Run refused = ops(open, "routes");
        assertThat(refused.exit()).isEqualTo(Exit.USAGE);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("Type: chmod 600 " + open).doesNotContain(Files.readString(cleos));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("r--------"));
        assertThat(ops(open, "routes").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void a_token_is_sent_to_a_console_that_is_there_and_safe_to_reach() {
        Run away = run("ops", "routes", "--console", "http://127.0.0.1:1", "--token-file", adas.toString());
        assertThat(away.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(away.err()).contains("The console does not answer at http://127.0.0.1:1");
        Run plain = run("ops", "routes", "--console", "http://console.example", "--token-file", adas.toString());
        assertThat(plain.exit()).isEqualTo(Exit.USAGE);
        assertThat(plain.err()).contains("--console is https://host");
        Run page =
                run("ops", "routes", "--console", "http://127.0.0.1:" + hub.webPort(), "--token-file", adas.toString());
        assertThat(page.exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void a_script_learns_by_the_exit_code_that_the_log_does_not_hold_together() throws Exception {
        assertThat(ops(cleos, "log").exit()).isEqualTo(Exit.OK);
        try (Connection hubs = hubsDatabase();
                Statement statement = hubs.createStatement()) {
            statement.execute("alter table log_entry disable trigger all");
            statement.execute("create table forged as select index, salt from log_entry where index = 0");
            statement.execute("update log_entry set salt = sha256(salt) where index = 0");
            try {
                assertThat(ops(adas, "verify-log").exit()).isEqualTo(Exit.OK);
                Run log = awaitRead();
                assertThat(unwrapped(log)).contains("examination broken at", "Entry 0 is not what was recorded there.");
                assertThat(log.exit()).isEqualTo(Exit.UNWELL);
                assertThat(ops(cleos, "log", "--json").exit()).isEqualTo(Exit.UNWELL);
            } finally {
                statement.execute("update log_entry set salt = (select salt from forged) where index = 0");
                statement.execute("drop table forged");
                statement.execute("alter table log_entry enable trigger all");
            }
            assertThat(ops(adas, "verify-log").exit()).isEqualTo(Exit.OK);
            assertThat(awaitRead().exit()).isEqualTo(Exit.OK);
        }
    }

    private static Run awaitRead() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Run log = ops(cleos, "log");
        while (log.out().contains("under way")) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(100);
            log = ops(cleos, "log");
        }
        return log;
    }

    /// That of the hub's own server, whose folder says where it listens.
    private static Connection hubsDatabase() throws Exception {
        Path server = state.hubConfiguration().resolveSibling("data").resolve("database/postgresql");
        String port = Files.readAllLines(server.resolve("data/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "liaison",
                Files.readString(server.resolve("password")));
    }

    private static Path keep(String name, String token) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".token"), token + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String console() {
        return "http://127.0.0.1:" + hub.consolePort();
    }

    private static Run ops(Path token, String... arguments) {
        return run(Stream.of(
                        Stream.of("ops"),
                        Stream.of(arguments),
                        Stream.of("--console", console(), "--token-file", token.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static String unwrapped(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Liaison.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }
}
