package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Office.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.gateway.Office.Part;
import org.liaison.gateway.Office.Reply;
import org.liaison.message.Bytes;
import org.liaison.message.Reason;
import tools.jackson.databind.JsonNode;

/// Two gateways as they really run, in one JVM, with a broker and a hub between them that believe everybody.
class GatewayTest {

    static final String XA = Network.SOCIAL_XA.toString();
    static final String XC = Network.SOCIAL_XC.toString();
    static final String POLICE = Network.POLICE_XA.toString();
    static final String MARKER = "MARKER-7f3a91";

    @TempDir
    static Path folder;

    static Network network;
    static HubInMemory hub;
    static BrokerInMemory broker;
    static int port;
    static GatewayProgram.Running gatewayXa;
    static GatewayProgram.Running gatewayXc;
    static Office officeXa;
    static Office officeXc;

    @BeforeAll
    static void start() throws Exception {
        network = Network.get();
        hub = new HubInMemory(network);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        broker = new BrokerInMemory(network, hub, port);
        gatewayXa =
                GatewayProgram.start(Site.configuration(network, Network.GATEWAY_XA, folder.resolve("xa"), port, ""));
        gatewayXc = GatewayProgram.start(Site.configuration(
                network,
                Network.GATEWAY_XC,
                folder.resolve("xc"),
                port,
                "  limits: {attachment-bytes: 600000, request-bytes: 900000}\n  patience: {retry: 5s}\n"));
        officeXa = new Office(gatewayXa.url(), gatewayXa.firstToken().orElseThrow());
        officeXc = new Office(gatewayXc.url(), gatewayXc.firstToken().orElseThrow());
    }

    @AfterAll
    static void stop() throws Exception {
        if (gatewayXc != null) gatewayXc.close();
        if (gatewayXa != null) gatewayXa.close();
        if (broker != null) broker.close();
    }

    static Reply refer(Part... more) {
        List<Part> parts = new ArrayList<>(List.of(
                Part.form(file("referral.json")),
                Part.attachment("identity-sheet.pdf", file("identity-sheet.pdf")),
                Part.field("as", XC),
                Part.field("to", XA)));
        parts.addAll(List.of(more));
        return officeXc.submit(parts.toArray(Part[]::new));
    }

    static String sent(Reply reply) {
        assertThat(reply.status()).as(new String(reply.body())).isEqualTo(201);
        return reply.json().path("messageId").stringValue();
    }

    @Test
    void a_referral_goes_from_desk_to_desk_and_everyone_can_prove_it() throws Exception {
        Reply reply = refer(Part.field("priority", "URGENT"));
        String id = sent(reply);
        String caseId = reply.json().path("caseId").stringValue();
        assertThat(caseId).startsWith("XC-REF-");

        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        JsonNode received = officeXa.get("/messages/" + id).json();
        assertThat(received.path("direction").stringValue()).isEqualTo("IN");
        assertThat(received.path("form").path("person").path("familyName").stringValue())
                .isEqualTo("One");
        assertThat(received.path("form").has("justice")).isFalse();
        assertThat(received.path("signature").path("verified").booleanValue()).isTrue();
        Reply attachment = officeXa.get("/messages/" + id + "/attachments/1");
        assertThat(attachment.body()).isEqualTo(file("identity-sheet.pdf"));

        assertThat(officeXa.post("/messages/" + id + "/open").status()).isEqualTo(200);
        assertThat(officeXa.post("/messages/" + id + "/open").status()).isEqualTo(200);
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("OPENED"));
        assertThat(officeXc.get("/messages/" + id + "/trace")
                        .json()
                        .path("events")
                        .findValuesAsString("event"))
                .containsExactly("Composed", "SubmissionAcceptance", "ContentHandover", "ContentAccessTracking");

        JsonNode verification =
                officeXc.get("/messages/" + id + "/verification").json();
        for (JsonNode check : verification.path("checks"))
            assertThat(check.path("result").stringValue())
                    .as(check.toString())
                    .isEqualTo(check.path("check").stringValue().equals("LOG_CONSISTENCY") ? "NOT_CHECKED" : "PASSED");
        JsonNode theirs = officeXa.get("/messages/" + id + "/verification").json();
        assertThat(theirs.path("verdict").stringValue()).isNotEqualTo("BROKEN");

        Reply ack = officeXa.submit(
                Part.form(file("referral-ack.json")),
                Part.field("as", XA),
                Part.field("to", XC),
                Part.field("case", caseId));
        officeXa.until(
                "/messages/" + sent(ack),
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        assertThat(officeXc.get("/cases/" + caseId).json().path("state").stringValue())
                .isEqualTo("REF_UNDER_ASSESSMENT");
        assertThat(officeXa.get("/cases/" + caseId).json().path("next").toString())
                .contains("REF-DEC");
        assertThat(officeXc.get("/cases/" + caseId + "/trace").json().path("messages"))
                .hasSize(2);
        assertThat(officeXa.get("/inbox").json().path("messages").findValuesAsString("messageId"))
                .contains(id);
        assertThat(officeXc.get("/outbox?limit=1").json().path("messages")).hasSize(1);
    }

    @Test
    void an_export_is_checked_by_openssl_alone(@TempDir Path unpacked) throws Exception {
        String id = sent(refer());
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        Path export = unzip(officeXc.get("/messages/" + id + "/export").body(), unpacked)
                .resolve(id);

        List<String> lines = Files.readAllLines(export.resolve("README.txt")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("openssl cms") || line.startsWith("openssl verify"))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(7);
        for (String line : lines) {
            boolean postQuantum =
                    line.contains("content.p7m") || line.contains("verify") && !line.startsWith("openssl cms");
            Optional<String> openssl = postQuantum ? OpenSsl.modern() : Optional.of("openssl");
            if (openssl.isEmpty()) continue; // nothing on this machine knows ML-DSA
            assertThat(OpenSsl.run(export, line.replaceFirst("openssl", openssl.get())))
                    .as(line)
                    .containsAnyOf("successful", ": OK");
        }
        assertThat(Files.readString(export.resolve("slip.json"))).contains(id);
        assertThat(Files.readAllBytes(export.resolve("attachments/01-identity-sheet.pdf")))
                .isEqualTo(file("identity-sheet.pdf"));
        assertThat(Files.readString(export.resolve("slip.json")))
                .contains(Bytes.owned(Files.readAllBytes(export.resolve("sealed.p7m")))
                        .sha256()
                        .toHex());
    }

    @Test
    void a_message_is_printed_for_its_holder_in_the_language_asked_for() {
        String id = sent(refer());
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        var paper = officeXa.get("/messages/" + id + "/paper.pdf?language=ar");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(new String(paper.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/Lang (ar)");
        assertThat(officeXa.get("/messages/" + id + "/paper.pdf?language=tlh").status())
                .isEqualTo(400);
        assertThat(officeXa.get("/messages/" + id).json().has("openedAt"))
                .as("printing is not opening")
                .isFalse();
    }

    @Test
    void whom_to_ask_and_what_is_permitted_is_told_from_the_snapshots_in_force() throws Exception {
        JsonNode found =
                officeXa.get("/contacts?country=XC&language=en&openNow=true").json();
        assertThat(found.path("contacts"))
                .extracting(card -> card.path("code").asString())
                .containsExactly(Network.CENTRAL_XC.toString(), XC);
        assertThat(found.path("contacts").path(0).path("desk").path("standing").asString())
                .isEqualTo("ROUND_THE_CLOCK");

        JsonNode permitted = officeXa.get("/rules/explain?from=" + XA + "&to=" + XC + "&kind=REF-REQ&legalBasis=CoE197")
                .json();
        assertThat(permitted.path("permitted").booleanValue()).isTrue();
        assertThat(permitted.path("agreement").path("id").asString()).isEqualTo("COE197");
        JsonNode denied = officeXa.get("/rules/explain?from=" + XA + "&to=" + XC + "&kind=REF-REQ&legalBasis=EIO")
                .json();
        assertThat(denied.path("permitted").booleanValue()).isFalse();
        assertThat(denied.path("why").asString()).contains("The form names EIO as its legal basis");

        for (String wrong : List.of(
                "/contacts?country=SECRET",
                "/contacts?function=SECRET",
                "/contacts?language=SECRET%20SECRET",
                "/rules/explain?from=SECRET&to=" + XC + "&kind=REF-REQ",
                "/rules/explain?from=" + XA)) {
            Reply reply = officeXa.get(wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(new String(reply.body())).doesNotContain("SECRET");
        }
    }

    @Test
    void the_police_get_a_notice_in_a_case_of_its_own_and_in_the_suite_of_their_directory_entry() {
        Reply reply = officeXc.submit(
                Part.form(file("referral.json")),
                Part.attachment("identity-sheet.pdf", file("identity-sheet.pdf")),
                Part.field("as", XC),
                Part.field("to", POLICE));
        String id = sent(reply);
        assertThat(reply.json().path("projected").booleanValue()).isTrue();
        assertThat(reply.json().path("suite").stringValue()).isEqualTo("classic-2026");
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        JsonNode notice = officeXa.get("/messages/" + id).json();
        assertThat(notice.path("form").has("person")).isFalse();
        assertThat(notice.path("form").path("pseudonym").stringValue()).isEqualTo("K7Q2M9XD");
        assertThat(notice.path("attachments").intValue()).isZero();
    }

    @Test
    void every_problem_of_a_form_is_listed_and_nothing_is_kept_but_the_fact() {
        String broken = new String(file("referral.json"))
                .replace("\"language\": \"en\"", "\"language\": \"" + MARKER + "\"")
                .replace("\"MEDIUM\"", "\"HUGE\"");
        long before = officeXc.get("/status").json().path("refusedSubmissions").longValue();
        Reply reply = officeXc.submit(Part.form(broken.getBytes()), Part.field("as", XC), Part.field("to", XA));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.json().path("reason").stringValue()).isEqualTo("FORM_INVALID");
        assertThat(reply.json().path("errors").findValuesAsString("pointer")).contains("/language", "/risk/level");
        assertThat(new String(reply.body())).doesNotContain(MARKER);
        assertThat(officeXc.get("/status").json().path("refusedSubmissions").longValue())
                .isEqualTo(before + 1);
    }

    @Test
    void a_form_on_another_legal_basis_than_the_two_states_agreed_is_not_sent() {
        String elsewhere = new String(file("referral.json")).replace("CoE197", "EIO");
        Reply reply = officeXc.submit(Part.form(elsewhere.getBytes()), Part.field("as", XC), Part.field("to", XA));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("reason").stringValue()).isEqualTo("FORM_INVALID");
        assertThat(reply.json().path("errors").findValuesAsString("pointer")).contains("/legalBasis");
        assertThat(new String(reply.body())).contains("Name CoE197.").doesNotContain("EIO");
    }

    @Test
    void what_cannot_be_sent_is_refused_with_the_reason_of_the_protocol() {
        assertThat(refused(Part.form(file("referral-ack.json")), Part.field("as", XC), Part.field("to", XA)))
                .isEqualTo("STATE_NOT_ALLOWED");
        assertThat(refused(
                        Part.form(file("referral.json")), Part.field("as", XC), Part.field("to", "xa.social.nobody")))
                .isEqualTo("UNKNOWN_RECIPIENT");
        assertThat(refused(
                        Part.form(file("referral.json")), Part.field("as", XC), Part.field("to", "xa.central.justice")))
                .isEqualTo("KIND_NOT_PERMITTED");
        assertThat(refused(Part.form(file("referral.json")), Part.field("as", XC), Part.field("to", XA + "," + POLICE)))
                .isEqualTo("SUITE_NOT_ACCEPTED");
        assertThat(refused(Part.form("[1]".getBytes()), Part.field("as", XC), Part.field("to", XA)))
                .isEqualTo("FORM_INVALID");
    }

    static String refused(Part... parts) {
        Reply reply = officeXc.submit(parts);
        assertThat(reply.status()).as(new String(reply.body())).isEqualTo(422);
        return reply.json().path("reason").stringValue();
    }

    @Test
    void every_error_is_a_problem() throws Exception {
        assertProblem(officeXc.get("/nowhere"), 404, "not-found");
        assertProblem(officeXc.get("/messages/not-an-id"), 404, "not-found");
        assertProblem(officeXc.get("/messages/019ab3a1-7c00-7abc-8def-0123456789ab"), 404, "not-found");
        assertProblem(officeXc.method("DELETE", "/inbox"), 405, "method-not-allowed");
        assertProblem(officeXc.postJson("/messages", "{}"), 415, "media-type");
        assertProblem(officeXc.get("/inbox?limit=x"), 400, "unreadable-request");
        assertProblem(officeXc.get("/inbox?limit=100000"), 400, "unreadable-request");
        assertProblem(officeXc.submit(Part.field("as", XC), Part.field("to", XA)), 400, "unreadable-request");
        assertProblem(refer(Part.field("prioritty", "URGENT")), 400, "unreadable-request");
        assertProblem(refer(Part.attachment("../../etc/passwd", new byte[10])), 400, "unreadable-request");
        assertProblem(refer(Part.attachment("big.pdf", new byte[700_000])), 413, "too-large");
        assertProblem(
                refer(Part.attachment("a.pdf", new byte[500_000]), Part.attachment("b.pdf", new byte[500_000])),
                413,
                "too-large");
        assertProblem(officeXc.get("/inbox?as=" + XA), 403, "not-your-authority");
        HttpResponse<String> bare = without("/api/v1/status");
        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(bare.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    }

    /// Beside the API nothing is served but the way in: the desk's pages ask who is there, and so does what is nothing.
    @Test
    void whoever_brings_no_token_is_led_to_the_sign_in() throws Exception {
        for (String path : List.of("/", "/inbox", "/error", "/actuator/health", "/nowhere")) {
            HttpResponse<String> bare = without(path);
            assertThat(bare.statusCode()).as(path).isEqualTo(303);
            assertThat(bare.headers().firstValue("location").orElse(""))
                    .as(path)
                    .startsWith("/sign-in");
            assertThat(bare.body()).as(path).isEmpty();
        }
    }

    private static HttpResponse<String> without(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(gatewayXc.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    static void assertProblem(Reply reply, int status, String slug) {
        String body = new String(reply.body());
        assertThat(reply.status()).as(body).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.json().path("type").stringValue()).isEqualTo("urn:liaison:problem:" + slug);
        assertThat(body)
                .doesNotContain("Exception")
                .doesNotContain("org.springframework")
                .doesNotContain("at java");
    }

    @Test
    void a_token_sees_only_its_authorities() {
        String id = sent(refer());
        Office police = new Office(gatewayXa.url(), gatewayXa.issueToken("police", Set.of(Network.POLICE_XA)));
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        assertThat(officeXa.get("/messages/" + id).status()).isEqualTo(200);
        assertThat(police.get("/messages/" + id).status()).isEqualTo(404);
        assertThat(police.get("/messages/" + id + "/export").status()).isEqualTo(404);
        assertThat(police.get("/inbox").json().path("messages").findValuesAsString("messageId"))
                .doesNotContain(id);
        assertThat(new Office(gatewayXa.url(), "liaison_wrong").get("/status").status())
                .isEqualTo(401);
    }

    @Test
    void the_first_token_is_written_once_readable_by_its_owner_only() throws Exception {
        Path token = folder.resolve("xa/token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(token).strip())
                .isEqualTo(gatewayXa.firstToken().orElseThrow());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("xa/data/vault.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_the_hub_refuses_is_told_with_reason_and_remedy() {
        hub.reject(Reason.KIND_NOT_PERMITTED);
        String id = sent(refer());
        JsonNode message = officeXc.until(
                "/messages/" + id, one -> one.path("state").stringValue().equals("REJECTED"));
        hub.acceptAgain();
        assertThat(message.path("reason").path("code").stringValue()).isEqualTo("KIND_NOT_PERMITTED");
        assertThat(message.path("reason").path("remedy").stringValue()).isNotBlank();
        String caseId = message.path("caseId").stringValue();
        assertThat(officeXc.get("/cases/" + caseId).json().path("state").stringValue())
                .isEqualTo("REF_DRAFT");
    }

    @Test
    void garbage_from_the_hub_is_set_aside_and_the_post_goes_on() throws Exception {
        long before = officeXa.get("/status").json().path("setAside").longValue();
        broker.put("mailbox." + XA, Bytes.ofUtf8("no frame at all " + before));
        officeXa.until("/status", status -> status.path("setAside").longValue() == before + 1);
        String id = sent(refer());
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
    }

    @Test
    void a_broker_that_goes_away_and_comes_back_empty_loses_nothing() throws Exception {
        broker.close();
        String id = sent(refer());
        assertThat(officeXc.get("/messages/" + id).json().path("state").stringValue())
                .isEqualTo("QUEUED");
        broker = new BrokerInMemory(network, hub, port);
        officeXc.until(
                "/messages/" + id,
                message -> message.path("state").stringValue().equals("HANDED_OVER"));
        officeXa.until("/status", status -> status.path("hub").path("connected").booleanValue());
    }

    @Test
    void health_tells_the_truth_on_its_own_port() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(gatewayXa.managementUrl() + "/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").contains("number 1");
    }

    private static Path unzip(byte[] zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(folder)).isTrue();
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return folder;
    }
}
