package org.liaison.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.hub.HubProgram;

/// Somebody who enrols at the console or at a desk, as a person would with a browser.
final class Visitor {

    private static final String PASSWORD = "seven green lanterns over the harbour";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("value=\"http://[^\"]+(/enrol/[^\"]+)\"");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("value=\"(liaison_[^\"]+)\"");
    private static final Pattern REVOKE = Pattern.compile("action=\"(/account/tokens/[^\"]+/revoke)\"");

    private final URI site;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Visitor(URI site) {
        this.site = site;
    }

    /// The first administrator of the console, by the link that the start printed.
    static Visitor first(HubProgram.Running hub, String login) throws Exception {
        String path = URI.create(hub.announcements().getFirst().replaceFirst("^.*: ", ""))
                .getPath();
        return first(URI.create("http://localhost:" + hub.consolePort() + path), login);
    }

    /// The first administrator of whichever site, by its link.
    static Visitor first(URI link, String login) throws Exception {
        Visitor visitor = new Visitor(link.resolve("/"));
        visitor.enrol(link.getPath(), login);
        return visitor;
    }

    /// `grant` is a role and where it is held: `OFFICER:hub`.
    Visitor invite(String login, String grant) throws Exception {
        Visitor invited = new Visitor(site);
        invited.enrol(
                found(LINK, submit("/persons", "/persons", "name", login, "login", login, "grant", grant)), login);
        return invited;
    }

    String token() throws Exception {
        return found(ACCESS_TOKEN, submit("/account/tokens", "/account/tokens", "label", "terminal", "hours", "1"));
    }

    void revoke() throws Exception {
        submit("/account/tokens", found(REVOKE, get("/account/tokens")));
    }

    /// Follows the link of a page to a file, and answers the file.
    byte[] saved(String page, Pattern link) throws Exception {
        String path = found(link, get(page)).replace("&amp;", "&");
        HttpResponse<byte[]> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new AssertionError(path + " answers " + answer.statusCode());
        return answer.body();
    }

    private void enrol(String path, String login) throws Exception {
        submit(path, path, "name", login, "login", login, "language", "en", "zone", "UTC");
        submit(path + "/way", path + "/password", "password", PASSWORD, "again", PASSWORD);
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String submit(String page, String action, String... fields) throws Exception {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(found(FORM_TOKEN, get(page)))));
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return http.send(
                        request(action)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) throw new AssertionError("the page does not show " + pattern + ": " + page);
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
