package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.message.Bytes;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.Language;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.pages.Room;
import org.liaison.pages.Words;

/// The console as operators meet it: a real hub, a real browser's requests, persons who enrolled by their link.
class ConsoleTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final List<String> PAGES = List.of(
            "/home",
            "/routes",
            "/trace",
            "/quarantine",
            "/mailboxes",
            "/deadlines",
            "/certificates",
            "/snapshots",
            "/log",
            "/charts",
            "/live",
            "/alerts",
            "/runbook/oldest-age",
            "/diagnostics");
    private static final Words WORDS = new Words(List.of(new Room("console")));
    private static final String ALL_ROLES = "OFFICER,AUDITOR,ADMINISTRATOR";

    @TempDir
    static Path folder;

    static HubProgram.Running hub;
    static Slip slip;
    static Guest operator;

    @BeforeAll
    static void open() throws Exception {
        Town town = Town.found(folder);
        town.pki.publishCrls(Instant.now());
        Files.writeString(
                town.hubConfiguration(),
                town.configuration(
                        "broker: {port: 0}\n  console: {port: " + Guest.freePort() + "}\n  alerts: {every: 10m}"));
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
        slip = town.slip(CONTENT, Priority.URGENT);
        try (Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            recipient.receive("mailbox.xa.social.shelter");
            EvidenceId id = EvidenceId.next(java.time.Instant.now());
            recipient.send("intake.gateway-xa", id.toString(), Frames.write(town.handover(slip, id)));
            OperationsTest.await(() -> hub.views().traffic().now().ways().stream()
                    .anyMatch(way -> way.lastHour().handedOver() == 1));
            recipient.send(
                    "reports.gateway-xa",
                    "report",
                    ReportsTest.report(Town.GATEWAY_XA, java.time.Instant.now()).toJson());
            OperationsTest.await(() -> hub.views().gateways().all().stream()
                    .anyMatch(gateway -> gateway.last().isPresent()));
        }
        operator = new Guest(hub);
        operator.enrolFirst("ada");
        operator.become(ALL_ROLES);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void a_stranger_sees_nothing_but_the_way_to_sign_in() throws Exception {
        Guest stranger = new Guest(hub);
        for (String page : PAGES) {
            HttpResponse<String> answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isBetween(302, 303);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
        }
        assertThat(stranger.get("/live/events").statusCode()).isNotEqualTo(200);
        assertThat(stranger.post("/routes/pause", "", "route", "hub-intake").statusCode())
                .isBetween(302, 403);
        assertThat(hub.views().routes().all()).noneMatch(route -> route.pause().isPresent());
    }

    @Test
    void every_rule_has_a_page_that_says_what_to_do_and_leads_to_where_it_shows() throws Exception {
        for (Rule rule : Rule.values()) {
            HttpResponse<String> page = operator.get(rule.runbook());
            assertThat(page.statusCode()).as(rule + page.body()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "What it means",
                            "What to look at",
                            "Where it shows",
                            "What to do",
                            "aria-current=\"page\">" + words(rule));
        }
        assertThat(operator.get("/runbook/nothing").statusCode()).isEqualTo(404);
    }

    /// In this town gateway-xa reports, and nobody fetches.
    @Test
    void a_dead_link_leads_to_the_card_that_names_it_and_home_says_who_looks_after_it() throws Exception {
        AlertRows alerts = hub.part(AlertRows.class);
        Found dead = new Found(Rule.DEAD_LINK, List.of("gateway-xa", "0"));
        alerts.seen(dead, Instant.now());
        try {
            assertThat(operator.get("/home").body())
                    .contains("1 trouble needs somebody", "href=\"/routes#at-gateway-xa\">" + words(Rule.DEAD_LINK));
            assertThat(operator.get("/routes").body())
                    .contains("id=\"at-gateway-xa\"", "gateway-xa does not fetch its post; 0 messages wait for it.");
            operator.submit("/alerts", "/alerts/acknowledge", "cause", dead.cause());
            assertThat(operator.get("/home").body())
                    .contains("1 trouble, and somebody looks after it", "ada looks after it, since")
                    .doesNotContain("1 trouble needs somebody");
        } finally {
            alerts.clear(dead.cause(), Instant.now());
        }
    }

    /// Versions, pauses, alerts and certificates alike, in words.
    @Test
    void home_says_what_was_changed_in_the_last_hour() throws Exception {
        AlertRows alerts = hub.part(AlertRows.class);
        Found disk = new Found(Rule.DISK, List.of("data", "3"));
        alerts.seen(disk, Instant.now());
        alerts.clear(disk.cause(), Instant.now());
        operator.submit(
                "/routes", "/routes/pause", "route", "hub-checkpoint-watch", "minutes", "5", "why", "a drill today");
        operator.submit("/routes", "/routes/resume", "route", "hub-checkpoint-watch", "why", "the drill is over");
        assertThat(operator.get("/home").body())
                .contains("The hub started")
                .contains("A version came into force", "Directory number 1.", "Rulebook number 1.")
                .contains("The route hub-checkpoint-watch was paused until", "a drill today")
                .contains("The route hub-checkpoint-watch was resumed.", "the drill is over")
                .contains("An alert opened", "An alert cleared", "The disk under data has 3 % free.")
                .contains("A certificate or list became valid")
                .doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{4,}Z<");
    }

    private static String words(Rule rule) {
        return WORDS.say(Language.EN, "console.rule." + rule);
    }

    @Test
    void no_page_of_the_console_is_at_the_public_port_or_the_management_port() throws Exception {
        for (String page : PAGES)
            for (int port : List.of(hub.webPort(), hub.managementPort()))
                assertThat(OperationsTest.get(port, page).statusCode()).as(page).isEqualTo(404);
        assertThat(OperationsTest.get(hub.webPort(), "/sign-in").statusCode()).isEqualTo(404);
        assertThat(OperationsTest.get(hub.webPort(), "/log/checkpoint").statusCode())
                .isEqualTo(200);
        assertThat(OperationsTest.get(hub.consolePort(), "/actuator/health").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void every_page_shows_in_every_language_and_names_no_template() throws Exception {
        for (String language : List.of("en", "fr", "es", "ar", "ru", "zh"))
            for (String page : PAGES) {
                HttpResponse<String> answer = operator.get(page + "?lang=" + language);
                assertThat(answer.statusCode())
                        .as(page + " in " + language + ": " + answer.body())
                        .isEqualTo(200);
                assertThat(answer.body())
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=");
            }
        operator.get("/home?lang=en");
    }

    @Test
    void the_message_that_went_through_is_on_the_map_in_the_charts_and_can_be_traced() throws Exception {
        assertThat(operator.get("/home").body()).contains("<svg class=\"map\"").contains("XC-XA");
        assertThat(operator.get("/charts?span=DAY&corridor=XC-XA").body()).contains("<svg class=\"chart\"");
        assertThat(operator.get("/charts?span=DAY&corridor=%3Cscript%3E").body())
                .doesNotContain("<script>");
        assertThat(operator.get("/trace?id=" + slip.id()).body())
                .contains("Proven by the log")
                .contains("xa.social.shelter");
        assertThat(operator.get("/trace?id=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .contains("This is not the id of a message.")
                .doesNotContain("<script>alert");
        assertThat(operator.get("/live?kind=HANDED_OVER").body())
                .contains(slip.id().toString());
        assertThat(operator.get("/live/list?authority=xb.nobody.here").body())
                .doesNotContain(slip.id().toString());
        assertThat(operator.get("/snapshots?kind=DIRECTORY&from=1&to=1").body()).contains("These two say the same.");
        assertThat(operator.get("/charts?span=CENTURY").statusCode()).isEqualTo(400);
    }

    @Test
    void an_operator_pauses_and_resumes_with_a_reason_and_an_auditor_may_only_look() throws Exception {
        HttpResponse<String> without = operator.submit(
                "/routes", "/routes/pause", "route", "hub-directory-watch", "minutes", "5", "why", "no");
        assertThat(without.statusCode()).isBetween(302, 303);
        assertThat(operator.get("/routes").body()).contains("Give a reason");
        operator.submit(
                "/routes",
                "/routes/pause",
                "route",
                "hub-directory-watch",
                "minutes",
                "5",
                "why",
                "the disk is changed");
        String page = operator.get("/routes").body();
        assertThat(page).contains("is paused until").contains("by ada.").contains("the disk is changed");
        assertThat(operator.get("/home").body()).contains("hub-directory-watch is paused until");
        operator.become("AUDITOR");
        try {
            assertThat(operator.get("/routes").body()).doesNotContain("action=\"/routes/resume\"");
            assertThat(operator.submit(
                                    "/sign-out-is-elsewhere",
                                    "/routes/resume",
                                    "route",
                                    "hub-directory-watch",
                                    "why",
                                    "I may not")
                            .statusCode())
                    .isIn(403, 404);
            operator.become("ADMINISTRATOR");
            assertThat(operator.get("/home").statusCode()).isEqualTo(404);
        } finally {
            operator.become(ALL_ROLES);
        }
        operator.submit("/routes", "/routes/resume", "route", "hub-directory-watch", "why", "the disk is there");
        assertThat(hub.views().routes().all()).noneMatch(route -> route.pause().isPresent());
        assertThat(operator.post("/routes/pause", "", "route", "hub-intake", "minutes", "5", "why", "without a token")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void gateways_show_as_they_report_and_an_operator_tests_the_connection_to_one() throws Exception {
        assertThat(operator.get("/home").body())
                .contains("Reports, does not fetch")
                .contains("Not heard yet")
                .contains("class=\"link deaf\"")
                .contains("class=\"link unheard\"");
        assertThat(operator.get("/routes").body())
                .contains("Routes of gateway-xa since its start")
                .contains("gateway-dispatch")
                .contains("BrokerUnreachable")
                .contains("3 under way; oldest without the hub’s answer: 42 s")
                .contains("Directory 1, rulebook 1");
        assertThat(operator.get("/certificates").body()).contains("TLS of a gateway");

        operator.submit("/routes", "/routes/test", "gateway", "gateway-xc");
        String page = operator.get("/routes").body();
        assertThat(page)
                .contains("gateway-xc is not connected.")
                .contains("Not connected")
                .contains("by ada:");
        assertThat(operator.get("/home").body()).contains("The connection to gateway-xc was tested.", "by ada");
        operator.submit("/routes", "/routes/test", "gateway", "<script>");
        assertThat(operator.get("/routes").body())
                .contains("knows no gateway of this name")
                .doesNotContain("<script>");
        operator.become("AUDITOR");
        try {
            assertThat(operator.get("/routes").body()).doesNotContain("action=\"/routes/test\"");
            assertThat(operator.submit("/alerts", "/routes/test", "gateway", "gateway-xc")
                            .statusCode())
                    .isIn(403, 404);
        } finally {
            operator.become(ALL_ROLES);
        }
        assertThat(operator.post("/routes/test", "", "gateway", "gateway-xc").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_stream_says_that_something_happened() throws Exception {
        HttpResponse<java.io.InputStream> stream = operator.stream("/live/events");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        hub.part(LiveTail.class)
                .show(new org.liaison.routes.hub.Sighting.Accepted(1, java.time.Instant.now(), Town.GATEWAY_XC, slip));
        try (var lines =
                new java.io.BufferedReader(new java.io.InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line.isEmpty() || line.startsWith(":")) line = lines.readLine();
            assertThat(line).isEqualTo("data:changed");
        }
    }
}
