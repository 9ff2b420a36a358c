package org.liaison.benchmarks;

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
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;

/// Somebody signed in at a desk with a browser that runs no scripts.
final class Officer implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("id=\"address\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "Kupfer-Zwiebel-Lampe-1739";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private @Nullable URI origin;

    private Officer() {}

    /// The first administrator enrols with the link and invites an officer of these authorities,
    /// who enrols too.
    static Officer enrol(String link, List<AuthorityCode> authorities) {
        try (Officer administrator = new Officer()) {
            administrator.enrol(link, "administrator");
            List<String> fields = new ArrayList<>(List.of("name", "Sample Officer", "login", "officer"));
            for (AuthorityCode authority : authorities) fields.addAll(List.of("grant", "OFFICER:" + authority));
            String page = administrator.submit("/persons", "/persons", fields);
            Officer officer = new Officer();
            officer.enrol(found(LINK, page, "a link for the officer"), "officer");
            return officer;
        }
    }

    private void enrol(String link, String login) {
        URI address = URI.create(link);
        origin = address.resolve("/");
        String path = address.getPath();
        submit(path, path, List.of("name", "Sample Person", "login", login, "language", "en", "zone", "UTC"));
        submit(path + "/way", path + "/password", List.of("password", PASSWORD, "again", PASSWORD));
        get("/inbox");
    }

    /// The page, for which the person must be signed in.
    String get(String path) {
        return ask(request(path).GET());
    }

    private String submit(String page, String action, List<String> fields) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encoded(found(TOKEN, get(page), "a token in " + page)));
        for (int i = 0; i < fields.size(); i += 2) pairs.add(encoded(fields.get(i)) + "=" + encoded(fields.get(i + 1)));
        return ask(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private HttpRequest.Builder request(String path) {
        if (origin == null) throw new IllegalStateException("whoever asks has enrolled");
        return HttpRequest.newBuilder(origin.resolve(path)).header("Accept-Language", "en");
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean signedOut = answer.uri().getPath().startsWith("/sign-in");
            if (answer.statusCode() != OK || signedOut)
                throw new BenchFailed("the desk answered " + answer.statusCode() + " at "
                        + answer.uri().getPath().replaceAll("/enrol/[^/]+", "/enrol/..."));
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailed("the desk did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    private static String found(Pattern pattern, String page, String what) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) throw new BenchFailed("the desk's page has not " + what);
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
