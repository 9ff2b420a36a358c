package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.GATEWAY_XA;
import static org.liaison.gateway.Network.GATEWAY_XC;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.witness.MemoryForgetful;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.certs.Profile;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.GatewayCode;
import org.liaison.seal.KeyFile;

/// What the desk of a running gateway tells whoever signs in there: where to begin, and what became of the log.
class DeskNoticesTest {

    private static final Network NETWORK = Network.get();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "Kupfer-Zwiebel-Lampe-1739";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    static BookInMemory book;
    static LogOnTheWeb log;
    static GatewayProgram.Running gateway;
    static HttpClient administrator;

    @BeforeAll
    static void start() throws Exception {
        book = grown(3);
        log = new LogOnTheWeb(book);
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Path file = Site.configuration(NETWORK, GATEWAY_XA, folder.resolve("xa"), nobody, """
                  witness: {every: 200ms, patience: 2s}
                  desk: {enrolment-file: link}
                """);
        Files.writeString(
                file, Files.readString(file).replace("  hub:\n", "  hub:\n    log-url: " + log.address() + "\n"));
        gateway = GatewayProgram.start(file, GatewayProgram.Logging.LEFT_ALONE);
        administrator = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        enrol(URI.create(Files.readString(folder.resolve("xa/link")).strip()).getPath());
    }

    @AfterAll
    static void stop() {
        if (gateway != null) gateway.close();
        if (log != null) log.close();
    }

    @Test
    void an_administrator_without_an_office_begins_with_the_persons_and_is_told_why_there_are_no_messages()
            throws Exception {
        assertThat(get("/").uri().getPath()).isEqualTo("/persons");
        assertThat(get("/inbox?lang=en").body())
                .contains("You have no role that reads or writes messages.")
                .contains("you decide who may come in")
                .contains("href=\"/persons\"");
    }

    @Test
    void what_becomes_of_the_log_is_told_on_every_page_for_as_long_as_it_is_so() throws Exception {
        await("has not been confirmed by witnesses of other States");
        for (GatewayCode witness : List.of(GATEWAY_XA, GATEWAY_XC)) log.cosigned.add(cosigned(witness));
        awaitNothing();

        log.away(true);
        await("The audit log has not been readable since");
        assertThat(get("/inbox?lang=zh").body()).contains("无法读取审计日志");
        assertThat(stranger("/sign-in?lang=en"))
                .as("nobody who has not signed in is told")
                .contains("</main>")
                .doesNotContain("class=\"notices\"");
        log.away(false);
        awaitNothing();

        log.show(grown(4));
        await("The audit log was changed after the fact");
        for (String page : List.of("/inbox", "/cases", "/contacts", "/account", "/persons", "/nothing/here"))
            assertThat(get(page + "?lang=en").body()).as(page).contains("by telephone");
        assertThat(get("/inbox?lang=ar").body()).contains("عُدِّل سجل التدقيق");
    }

    private static String stranger(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(gateway.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void await(String words) throws Exception {
        until(page -> page.contains(words), words);
    }

    private static void awaitNothing() throws Exception {
        until(page -> !page.contains("class=\"notices\""), "no notice");
    }

    private static void until(java.util.function.Predicate<String> holds, String what) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.test(get("/inbox?lang=en").body())) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return administrator.send(
                HttpRequest.newBuilder(gateway.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void enrol(String link) throws IOException, InterruptedException {
        post(
                link,
                link,
                Map.of("name", "Sample Administrator", "login", "administrator", "language", "en", "zone", "UTC"));
        post(link + "/way", link + "/password", Map.of("password", PASSWORD, "again", PASSWORD));
    }

    private static void post(String page, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).as(page).isTrue();
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(gateway.url().resolve(to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1) + "&" + form))
                .build();
        assertThat(administrator
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as(to)
                .isEqualTo(200);
    }

    private static BookInMemory grown(int entries) {
        BookInMemory grown = new BookInMemory(NETWORK.logSigner());
        for (int i = 0; i < entries; i++)
            grown.append(List.of(Entry.ofNote(Entry.Event.OPERATOR_ACTION, Instant.now(), "an entry")));
        return grown;
    }

    private static Bytes cosigned(GatewayCode gateway) throws IOException {
        KeyFile.Entry entry = NETWORK.keys(Profile.WITNESS, gateway.value()).entry("ed25519");
        KeyPair pair = new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
        Witness witness = new Witness(NETWORK.logKeys(), new MemoryForgetful());
        witness.look(
                new Witness.Published() {
                    @Override
                    public Bytes checkpoint() {
                        return book.checkpoint();
                    }

                    @Override
                    public List<Digest> path(long from, long to) {
                        throw new AssertionError("it has seen nothing before");
                    }
                },
                Instant.now());
        return witness.cosign(WitnessKey.of(gateway.value(), pair, NETWORK.witnessKeys()), Instant.now())
                .orElseThrow();
    }
}
