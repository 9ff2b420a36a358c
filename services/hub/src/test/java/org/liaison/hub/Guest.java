package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.database.Database;

/// Somebody at the console with a browser that runs no scripts and follows no redirect by itself.
final class Guest {

    private static final String PASSWORD = "seven green lanterns over the harbour";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("value=\"http://[^\"]+(/enrol/[^\"]+)\"");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("value=\"(liaison_[^\"]+)\"");

    private final HubProgram.Running hub;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private String login = "";

    Guest(HubProgram.Running hub) {
        this.hub = hub;
    }

    /// Not among those that the system gives to whoever calls out: there somebody would take it before the hub listens.
    static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_000))) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // Somebody listens there.
            }
        }
    }

    /// As the first administrator, by the link that the start printed.
    void enrolFirst(String name) throws Exception {
        enrol(
                URI.create(hub.announcements().getFirst().replaceFirst("^.*: ", ""))
                        .getPath(),
                name);
    }

    /// By a link that this administrator makes.
    Guest invite(String name, String role) throws Exception {
        Matcher link = LINK.matcher(submit("/persons", "/persons", "name", name, "login", name, "grant", role + ":hub")
                .body());
        assertThat(link.find()).as("an enrolment link for " + name).isTrue();
        Guest invited = new Guest(hub);
        invited.enrol(link.group(1), name);
        return invited;
    }

    private void enrol(String path, String name) throws Exception {
        login = name;
        submit(path, path, "name", name, "login", name, "language", "en", "zone", "UTC");
        HttpResponse<String> done = submit(path + "/way", path + "/password", "password", PASSWORD, "again", PASSWORD);
        assertThat(done.statusCode()).as(done.body()).isBetween(200, 303);
    }

    /// What the page of roles would do, without ending the session.
    void become(String roles) throws SQLException {
        try (var connection = hub.part(Database.class).source().getConnection();
                var delete = connection.prepareStatement(
                        "delete from signin_grants where person = (select id from signin_persons where login = ?)");
                var insert = connection.prepareStatement("insert into signin_grants (person, role, scope)"
                        + " select id, unnest(string_to_array(?, ',')), 'hub' from signin_persons where login = ?")) {
            delete.setString(1, login);
            delete.executeUpdate();
            insert.setString(1, roles);
            insert.setString(2, login);
            insert.executeUpdate();
        }
    }

    /// A token of this person's, made on the page.
    String accessToken(String label) throws Exception {
        Matcher token = ACCESS_TOKEN.matcher(submit("/account/tokens", "/account/tokens", "label", label, "hours", "8")
                .body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /// With the token of a page.
    HttpResponse<String> submit(String page, String action, String... fields) throws Exception {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        return post(action, token.find() ? token.group(1) : "", fields);
    }

    /// What a page's form answers with when that is a file.
    HttpResponse<InputStream> download(String page, String action) throws Exception {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return http.send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1))))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    HttpResponse<String> post(String action, String token, String... fields) throws Exception {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return http.send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + hub.consolePort() + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
