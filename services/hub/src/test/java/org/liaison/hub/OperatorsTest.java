package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.Changes;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Quarantine;
import org.liaison.database.Database;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.report.ChangedLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators do, over HTTP, by forms and by programs: the same rights, the same entries in the audit log.
///
/// Ada operates and invites, Ben operates, Cleo audits, Dan administers and nothing else.
class OperatorsTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final String WHY = "the hub is mended";
    private static final String ACTS = "OFFICER,ADMINISTRATOR";
    private static final String CHECKPOINTS = "hub-checkpoint-watch";
    private static final String NOBODYS_ROUTE = "hub-directory-watch";
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

    @TempDir
    static Path folder;

    static Town town;
    static HubProgram.Running hub;
    static HttpServer webhook;
    static final List<String> TOLD = new CopyOnWriteArrayList<>();
    static Guest ada;
    static Guest ben;
    static Guest cleo;
    static Guest dan;
    static String adas;
    static String bens;
    static String cleos;
    static String dans;

    record Said(int status, JsonNode json) {
        String detail() {
            return json.path("detail").asString("");
        }
    }

    @BeforeAll
    static void open() throws Exception {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            TOLD.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        town = Town.found(folder);
        Files.writeString(
                town.hubConfiguration(),
                town.configuration("broker: {port: 0}\n  console: {port: " + Guest.freePort()
                        + "}\n  alerts: {webhook: {url: \"http://127.0.0.1:"
                        + webhook.getAddress().getPort() + "/\"}}"));
        SpoiltBook book = new SpoiltBook();
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, book);
        try (Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            for (int i = 0; i < 8; i++) {
                Slip slip = town.slip(CONTENT, Priority.ROUTINE);
                sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            }
            OperationsTest.await(() -> lying().size() == 8);
        }
        book.mend();
        ada = new Guest(hub);
        ada.enrolFirst("ada");
        ada.become(ACTS);
        ben = ada.invite("ben", "OFFICER");
        cleo = ada.invite("cleo", "AUDITOR");
        dan = ada.invite("dan", "ADMINISTRATOR");
        adas = ada.accessToken("a");
        bens = ben.accessToken("b");
        cleos = cleo.accessToken("c");
        dans = dan.accessToken("d");
    }

    @AfterAll
    static void close() {
        hub.close();
        webhook.stop(0);
    }

    @Test
    void one_message_is_released_by_its_form_and_the_log_names_who_did_it_and_why() throws Exception {
        String id = lying().getFirst();
        assertThat(ada.get("/quarantine/preview?effect=RELEASE&id=" + id).body())
                .contains("1 handed in again at intake.gateway-xc")
                .doesNotContain("A second person has to confirm");
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", "no");
        assertThat(ada.get("/quarantine").body()).contains("Give a reason");
        assertThat(lying()).contains(id);
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", WHY);
        assertThat(ada.get("/quarantine").body()).contains("1 of 1 messages were handed in again.", "Log entry");
        assertThat(lying()).doesNotContain(id);
        assertThat(notes()).contains("Release 1 from quarantine: " + id + "; by ada; because: " + WHY);
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", WHY);
        assertThat(ada.get("/quarantine").body()).contains("no longer lie in quarantine");
    }

    @Test
    void what_needs_a_second_person_is_not_confirmed_by_the_first() throws Exception {
        String id = lying().get(1);
        ada.submit("/quarantine", "/quarantine", "effect", "DISCARD", "id", id, "why", WHY);
        String proposal = proposalOf(id);
        assertThat(ada.get("/quarantine").body()).doesNotContain("action=\"/quarantine/confirm\"");
        ada.submit("/quarantine", "/quarantine/confirm", "proposal", proposal);
        assertThat(ada.get("/quarantine").body()).contains("Another person than ada must confirm this.");
        Said byProgram = post(adas, "/quarantine/proposals/" + proposal + "/confirm", "");
        assertThat(byProgram.status()).isEqualTo(409);
        assertThat(byProgram.detail()).isEqualTo("Another person than ada must confirm this.");
        assertThat(lying()).contains(id);
        assertThat(ben.get("/quarantine").body()).contains("action=\"/quarantine/confirm\"");
        ben.submit("/quarantine", "/quarantine/confirm", "proposal", proposal);
        assertThat(lying()).doesNotContain(id);
        assertThat(notes())
                .anyMatch(note -> note.startsWith("Confirmed what ada asked for") && note.contains("by ben"));
    }

    @Test
    void what_was_asked_for_by_a_program_is_turned_down_by_a_form() throws Exception {
        String id = lying().getLast();
        Said asked =
                post(adas, "/quarantine", "{\"effect\":\"DISCARD\",\"ids\":[\"" + id + "\"],\"why\":\"" + WHY + "\"}");
        assertThat(asked.status()).isEqualTo(202);
        String proposal = asked.json().path("proposal").asString();
        assertThat(proposal).isEqualTo(proposalOf(id));
        ben.submit("/quarantine", "/quarantine/decline", "proposal", proposal, "why", "no");
        assertThat(ben.get("/quarantine").body()).contains("Give a reason");
        ben.submit("/quarantine", "/quarantine/decline", "proposal", proposal, "why", "it may be needed");
        assertThat(ben.get("/quarantine").body()).contains("It will not be done.");
        assertThat(lying()).contains(id);
        assertThat(post(bens, "/quarantine/proposals/" + proposal + "/confirm", "")
                        .detail())
                .startsWith("This no longer waits for anybody");
    }

    @Test
    void a_program_previews_and_returns_what_lies_in_quarantine() throws Exception {
        String id = lying().get(2);
        Said preview = get(bens, "/quarantine/preview?effect=RETURN&id=" + id);
        assertThat(preview.json().path("preview").path("sentences").get(0).asString())
                .isEqualTo("1 returned to gateway-xc and forgotten");
        Said done =
                post(bens, "/quarantine", "{\"effect\":\"RETURN\",\"ids\":[\"" + id + "\"],\"why\":\"" + WHY + "\"}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("done").asString()).isEqualTo("1 of 1 messages were returned.");
        assertThat(changeAt(done.json().path("entry").asLong()).note())
                .isEqualTo("Return 1 from quarantine: " + id + "; by ben; because: " + WHY);
    }

    @Test
    void an_alert_is_taken_over_by_name_by_form_and_by_program() throws Exception {
        AlertRows alerts = hub.part(AlertRows.class);
        Found clock = new Found(Rule.CLOCK, List.of("HUB", "7"));
        Found disk = new Found(Rule.DISK, List.of("a folder", "3"));
        alerts.seen(clock, Instant.now());
        alerts.seen(disk, Instant.now());
        assertThat(ada.get("/alerts").body()).contains("action=\"/alerts/acknowledge\"");
        ada.submit("/alerts", "/alerts/acknowledge", "cause", clock.cause());
        assertThat(ada.get("/alerts").body()).contains("ada looks after it");
        assertThat(post(bens, "/alerts/acknowledge", "{\"cause\":\"" + disk.cause() + "\"}")
                        .json()
                        .path("done")
                        .asString())
                .isEqualTo("ben looks after it.");
        JsonNode open = get(cleos, "/alerts").json().path("alerts");
        assertThat(open.findValuesAsString("by")).contains("ada", "ben");
        assertThat(open.findValuesAsString("sentence")).contains("The hub’s clock is off by 7 seconds.");
        assertThat(ben.get("/alerts?lang=ru").body()).contains("Часы узла расходятся на 7 секунд.");
        assertThat(ben.get("/home?lang=en").body()).contains("The hub’s clock is off by 7 seconds.");
        assertThat(post(bens, "/alerts/acknowledge", "{\"cause\":\"nothing\"}").status())
                .isEqualTo(409);
        ada.submit("/alerts", "/alerts/acknowledge", "cause", "nothing");
        assertThat(ada.get("/alerts").body()).contains("No open alert has this cause; it may have cleared already.");
        assertThat(notes())
                .contains(
                        "Look after the alert " + clock.cause() + "; by ada",
                        "Look after the alert " + disk.cause() + "; by ben")
                .noneMatch(note -> note.contains("alert nothing"));
        ada.submit("/alerts", "/alerts/test");
        assertThat(ada.get("/alerts").body()).contains("webhook at 127.0.0.1: taken over");
        assertThat(post(adas, "/alerts/test", "").json().path("tested").get(0).asString())
                .isEqualTo("webhook at 127.0.0.1: taken over");
        assertThat(TOLD).filteredOn(text -> text.contains("This is a test.")).hasSize(2);
        assertThat(notes())
                .filteredOn("Send a test of the alerts; by ada"::equals)
                .hasSize(2);
    }

    @Test
    void a_program_pauses_resumes_and_has_the_log_read_as_a_form_would() throws Exception {
        String path = "/routes/" + NOBODYS_ROUTE;
        Said paused = post(adas, path + "/pause", "{\"minutes\":5,\"why\":\"the disk is changed\"}");
        assertThat(paused.status()).as(paused.detail()).isEqualTo(200);
        assertThat(changeAt(paused.json().path("entry").asLong()).note())
                .startsWith("Pause " + NOBODYS_ROUTE + " until ")
                .endsWith("; by ada; because: the disk is changed");
        assertThat(cleo.get("/routes").body()).contains("is paused until").contains("by ada.");
        assertThat(post(bens, path + "/resume", "{\"why\":\"the disk is there\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post(bens, path + "/resume", "{\"why\":\"the disk is there\"}")
                        .detail())
                .isEqualTo("The route " + NOBODYS_ROUTE + " is not paused.");
        Said verify = post(adas, "/log/verify", "");
        assertThat(changeAt(verify.json().path("entry").asLong()).note())
                .isEqualTo("Read the whole log and compute its root anew; by ada");
        OperationsTest.await(() -> hub.views().log().examination().orElseThrow() instanceof LogBook.Examination.Whole);
        assertThat(get(cleos, "/log").json().path("log").path("stage").asString())
                .isEqualTo("WHOLE");
    }

    @Test
    void a_gateway_that_proves_a_changed_log_is_named_to_operators_and_everybody_gets_the_proof() throws Exception {
        LogSigner signer = LogKeyFile.signer(
                new HubSettings.KeyAt(town.key("log"), town.folder.resolve("keys/log.password")),
                LogKeyFile.publicKeys(town.pki.trust()));
        ChangedLog proof =
                new ChangedLog(Instant.now(), LogClaimsTest.note(signer, 2), LogClaimsTest.note(signer, 2), List.of());
        assertThat(cleo.get("/log").body()).contains("No gateway says that it saw a changed log.");
        try (Visitor visitor = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            visitor.send(
                    "reports.gateway-xa",
                    UUID.randomUUID().toString(),
                    LogClaimsTest.report(Town.GATEWAY_XA, Optional.of(proof)).toJson());
            OperationsTest.await(() -> !hub.views().log().standing().claims().isEmpty());
        }
        assertThat(cleo.get("/log").body())
                .contains(
                        "gateway-xa",
                        "proved by the log’s own signatures",
                        proof.held().lines().toList().get(2));
        JsonNode claim = get(cleos, "/log")
                .json()
                .path("log")
                .path("standing")
                .path("claims")
                .get(0);
        assertThat(claim.path("gateway").asString()).isEqualTo("gateway-xa");
        assertThat(claim.path("proven").asBoolean()).isTrue();
        try (HttpClient anybody = HttpClient.newHttpClient()) {
            HttpResponse<String> published = anybody.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.webPort() + "/log/disputes"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode dispute = JsonMapper.shared()
                    .readTree(published.body())
                    .path("disputes")
                    .get(0);
            assertThat(dispute.path("changedLog").path("held").asString()).isEqualTo(proof.held());
        }
    }

    /// With a name, words and paths that would stand out.
    @Test
    void a_diagnostics_bundle_names_nobody_and_quotes_nobody() throws Exception {
        String name = "zenobia.quillfeather";
        String words = "because Xanthippe Mirabeau asked for it";
        Guest zenobia = ada.invite(name, "OFFICER");
        String token = zenobia.accessToken("wolpertinger");
        assertThat(post(token, "/routes/" + CHECKPOINTS + "/pause", "{\"minutes\":5,\"why\":\"" + words + "\"}")
                        .status())
                .isEqualTo(200);
        hub.part(AlertRows.class).seen(new Found(Rule.LOG_BROKEN, List.of(folder.toString())), Instant.now());
        hub.part(AlertRows.class)
                .acknowledge("LOG_BROKEN " + folder, new org.liaison.console.port.Operator(name), Instant.now());
        try (Visitor reporting = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            reporting.send(
                    "reports.gateway-xa",
                    "report",
                    ReportsTest.report(Town.GATEWAY_XA, Instant.now()).toJson());
            OperationsTest.await(() -> hub.views().gateways().all().stream()
                    .anyMatch(gateway -> gateway.last().isPresent()));
        }
        assertThat(post(token, "/gateways/gateway-xc/test", "").status()).isEqualTo(200);
        HttpResponse<InputStream> page = zenobia.download("/diagnostics", "/diagnostics");
        assertThat(page.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> files = unzipped(page.body());
        post(token, "/routes/" + CHECKPOINTS + "/resume", "{\"why\":\"" + words + "\"}");

        assertThat(notes()).contains("Make a diagnostics bundle; by " + name).anyMatch(note -> note.contains(words));
        assertThat(files.keySet())
                .contains(
                        "program.json",
                        "settings.json",
                        "health.json",
                        "routes.json",
                        "gateways.json",
                        "mailboxes.json",
                        "quarantine.json",
                        "traffic.json",
                        "snapshots.json",
                        "certificates.json",
                        "log.json",
                        "events.json",
                        "changes.json",
                        "alerts.json",
                        "threads.txt");
        assertThat(files.values()).noneMatch(text -> text.contains("\"unread\""));
        assertThat(files.get("routes.json")).contains(CHECKPOINTS, "pausedUntil");
        assertThat(files.get("gateways.json"))
                .contains("gateway-dispatch", "BrokerUnreachable", "\"gateway-xc\"", "NOT_CONNECTED");
        assertThat(files.get("settings.json"))
                .contains("\"hub.alerts.disk-percent\" : \"10\"", "\"hub.trust\" : \"set\"");
        assertThat(files.get("changes.json")).contains("OPERATOR_ACTION");
        assertThat(files.get("alerts.json")).contains("LOG_BROKEN");
        List<String> forbidden = new ArrayList<>(List.of(
                name,
                "zenobia",
                "wolpertinger",
                "Xanthippe",
                words,
                folder.toString(),
                System.getProperty("user.home")));
        town.directory().authorities().forEach(authority -> {
            forbidden.add(authority.contact().phone());
            forbidden.add(authority.contact().email());
            forbidden.add(authority.contact().officeHours());
            forbidden.add(authority.name());
        });
        files.forEach((file, text) -> forbidden.forEach(never ->
                assertThat(text.toLowerCase(Locale.ROOT)).as(file).doesNotContain(never.toLowerCase(Locale.ROOT))));
    }

    private static Map<String, String> unzipped(InputStream bytes) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void what_cannot_be_understood_is_said_in_a_sentence() throws Exception {
        String pause = "/routes/" + NOBODYS_ROUTE + "/pause";
        assertThat(post(adas, pause, "{\"minutes\":5,\"why\":\"no\"}").detail()).startsWith("Give a reason");
        assertThat(post(adas, pause, "{\"minutes\":5}").detail()).isEqualTo("The request lacks the text field 'why'");
        assertThat(post(adas, pause, "{\"minutes\":1441,\"why\":\"" + WHY + "\"}")
                        .detail())
                .isEqualTo("A pause lasts 1 to 1440 minutes.");
        assertThat(post(adas, pause, "{\"minutes\":5,\"why\":\"" + WHY + "\",\"by\":\"ben\"}")
                        .detail())
                .isEqualTo("The request has a field too many");
        assertThat(post(adas, pause, "not json").detail()).isEqualTo("The request is not well-formed JSON");
        assertThat(post(adas, pause, "{\"why\":\"" + "x".repeat(70_000) + "\"}").detail())
                .isEqualTo("A request has at most 65536 bytes.");
        assertThat(post(adas, "/routes/hub-desk/pause", "{\"minutes\":5,\"why\":\"" + WHY + "\"}")
                        .detail())
                .startsWith("The route hub-desk cannot be paused.");
        assertThat(post(adas, "/quarantine", "{\"effect\":\"EAT\",\"ids\":[\"1\"],\"why\":\"" + WHY + "\"}")
                        .detail())
                .isEqualTo("The request: 'effect' cannot be read");
        assertThat(get(adas, "/trace?message=x").detail()).isEqualTo("This is not the id of a message.");
        assertThat(get(adas, "/trace").detail()).isEqualTo("The parameter 'message' is missing.");
        assertThat(get(adas, "/series?span=CENTURY").detail()).contains("[HOUR, DAY, MONTH]");
        assertThat(get(adas, "/series?corridor=anywhere").detail()).isEqualTo("a corridor is written like XC-XA");
        for (String path : List.of("/secrets", "/routes/x", "/log/verify", "/"))
            assertThat(get(adas, path).status()).as(path).isEqualTo(404);
        assertThat(notes()).noneMatch(note -> note.contains("hub-desk"));
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() throws Exception {
        for (String view : VIEWS) {
            Said said = get(cleos, "/" + view);
            assertThat(said.status()).as(view + said.json()).isEqualTo(200);
            assertThat(said.json().has(view)).as(view).isTrue();
        }
        for (String[] action : actions()) {
            Said refused = post(cleos, action[0], action[1]);
            assertThat(refused.status()).as(action[0]).isEqualTo(403);
            assertThat(refused.detail()).contains("to act OFFICER or SUPERVISOR");
        }
        assertThat(get(cleos, "/quarantine/preview?effect=RELEASE&id=x").status())
                .isEqualTo(403);
        for (String[] form : forms())
            assertThat(cleo.submit("/account", form[0], java.util.Arrays.copyOfRange(form, 1, form.length))
                            .statusCode())
                    .as(form[0])
                    .isEqualTo(404);
        assertThat(cleo.get("/quarantine").body()
                        + cleo.get("/alerts").body()
                        + cleo.get("/log").body())
                .doesNotContain("action=\"/quarantine/confirm", "action=\"/alerts", "action=\"/log");
    }

    @Test
    void an_administrator_who_is_nothing_else_sees_nothing() throws Exception {
        for (String view : VIEWS)
            assertThat(get(dans, "/" + view).status()).as(view).isEqualTo(403);
        for (String[] action : actions())
            assertThat(post(dans, action[0], action[1]).status()).as(action[0]).isEqualTo(403);
        for (String page : List.of("/home", "/quarantine", "/alerts", "/routes", "/log"))
            assertThat(dan.get(page).statusCode()).as(page).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_does_nothing() throws Exception {
        List<String> before = notes();
        for (String[] form : forms())
            assertThat(ada.post(form[0], "", java.util.Arrays.copyOfRange(form, 1, form.length))
                            .statusCode())
                    .as(form[0])
                    .isEqualTo(403);
        assertThat(notes()).isEqualTo(before);
    }

    @Test
    void a_session_opens_nothing_to_programs_and_wrong_tokens_are_told_why() throws Exception {
        assertThat(ada.get("/api/v1/routes").statusCode()).isEqualTo(401);
        assertThat(ada.submit("/log", "/api/v1/log/verify").statusCode()).isEqualTo(401);
        assertThat(get("liaison_nobody", "/routes").detail()).startsWith("This token is not known here.");
        String spent = ben.accessToken("spent");
        sql("update signin_tokens set expires = now() - interval '1 second' where label = 'spent'");
        assertThat(get(spent, "/routes").detail()).startsWith("The time of this token is over.");
        String revoked = ben.accessToken("revoked");
        sql("update signin_tokens set revoked = now() where label = 'revoked'");
        assertThat(post(revoked, "/log/verify", "").detail()).startsWith("This token was revoked.");
        assertThat(get(bens, "/routes").status()).isEqualTo(200);
    }

    private static List<String[]> actions() {
        String why = "{\"why\":\"" + WHY + "\"}";
        return List.of(
                new String[] {"/routes/" + NOBODYS_ROUTE + "/pause", "{\"minutes\":5,\"why\":\"" + WHY + "\"}"},
                new String[] {"/routes/" + NOBODYS_ROUTE + "/resume", why},
                new String[] {"/gateways/gateway-xa/test", ""},
                new String[] {"/quarantine", "{\"effect\":\"DISCARD\",\"ids\":[\"1\"],\"why\":\"" + WHY + "\"}"},
                new String[] {"/quarantine/proposals/00000000-0000-0000-0000-000000000000/confirm", ""},
                new String[] {"/quarantine/proposals/00000000-0000-0000-0000-000000000000/decline", why},
                new String[] {"/alerts/acknowledge", "{\"cause\":\"x\"}"},
                new String[] {"/alerts/test", ""},
                new String[] {"/log/verify", ""},
                new String[] {"/diagnostics", ""});
    }

    private static List<String[]> forms() {
        String nobody = "00000000-0000-0000-0000-000000000000";
        return List.of(
                new String[] {"/routes/pause", "route", NOBODYS_ROUTE, "minutes", "5", "why", WHY},
                new String[] {"/routes/resume", "route", NOBODYS_ROUTE, "why", WHY},
                new String[] {"/routes/test", "gateway", "gateway-xa"},
                new String[] {"/quarantine", "effect", "DISCARD", "id", "1", "why", WHY},
                new String[] {"/quarantine/confirm", "proposal", nobody},
                new String[] {"/quarantine/decline", "proposal", nobody, "why", WHY},
                new String[] {"/alerts/acknowledge", "cause", "x"},
                new String[] {"/alerts/test"},
                new String[] {"/log/verify"},
                new String[] {"/diagnostics"});
    }

    private static List<String> lying() {
        return ((Quarantine.Reading.Read) hub.views().quarantine().all())
                .groups().stream()
                        .flatMap(group -> group.items().stream())
                        .map(Quarantine.Item::id)
                        .sorted()
                        .toList();
    }

    private static String proposalOf(String message) {
        return hub.views().quarantine().proposals().stream()
                .filter(one -> one.messages().contains(message))
                .map(one -> one.id().toString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes() {
        List<String> notes = new ArrayList<>();
        hub.views()
                .changes()
                .since(Instant.now().minus(Duration.ofHours(1)))
                .forEach(change -> notes.add(change.note()));
        return notes;
    }

    private static Changes.Change changeAt(long index) {
        return hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))).stream()
                .filter(change -> change.index() == index)
                .findFirst()
                .orElseThrow();
    }

    private static void sql(String statement) throws Exception {
        try (var connection = hub.part(Database.class).source().getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isOne();
        }
    }

    private static Said get(String token, String path) throws Exception {
        return send(token, path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    private static Said post(String token, String path, String json) throws Exception {
        return send(token, path, "POST", HttpRequest.BodyPublishers.ofString(json));
    }

    private static Said send(String token, String path, String method, HttpRequest.BodyPublisher body)
            throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + hub.consolePort() + "/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(type)
                    .as(path + ": " + answer.statusCode() + " " + answer.body())
                    .startsWith(answer.statusCode() < 300 ? "application/json" : "application/problem+json");
            return new Said(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        }
    }
}
