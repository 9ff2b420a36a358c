package org.liaison.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody with a browser that runs no scripts and follows no redirect by itself.
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(Site site) {
        this.origin = site.origin;
    }

    record Answer(int status, String location, String body, java.net.http.HttpHeaders headers) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// Sends a form of the page, with the page's token.
    Answer submit(String page, String action, String... fields) {
        return post(action, token(page), fields);
    }

    Answer post(String action, Optional<String> token, String... fields) {
        List<String> pairs = new ArrayList<>();
        token.ifPresent(value -> pairs.add("_csrf=" + encoded(value)));
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return send(request(action, "Content-Type", "application/x-www-form-urlencoded", "Referer", origin + action)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    Optional<String> token(String page) {
        Matcher found = CSRF.matcher(get(page).body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    Answer signIn(String login, String password) {
        return submit("/sign-in", "/sign-in", "login", login, "password", password);
    }

    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("liaison-site"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void setSession(String value) {
        HttpCookie cookie = new HttpCookie("liaison-site", value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(origin, cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(origin + path));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body(),
                    response.headers());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
