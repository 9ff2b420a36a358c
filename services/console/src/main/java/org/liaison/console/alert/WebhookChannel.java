package org.liaison.console.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// Posts alerts as JSON to one address, with a bearer token where there is one. Redirections are not followed: the
/// address is the one that was configured.
public final class WebhookChannel implements Channel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DONE = 2;
    private static final int HUNDRED = 100;

    private final URI address;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public WebhookChannel(URI address, Optional<String> token) {
        if (!isSafe(address))
            throw new IllegalArgumentException("a webhook's address looks like https://host/path; http only to this"
                    + " machine: 127.0.0.1, [::1] or localhost");
        this.address = address;
        this.token = token;
    }

    /// What alerts say, and the token, are not for whoever is on the way.
    private static boolean isSafe(URI address) {
        if (address.getHost() == null) return false;
        if ("https".equalsIgnoreCase(address.getScheme())) return true;
        return "http".equalsIgnoreCase(address.getScheme()) && isHere(address.getHost());
    }

    private static boolean isHere(String host) {
        if (host.equalsIgnoreCase("localhost")) return true;
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public String name() {
        return "webhook at " + address.getHost();
    }

    @Override
    public Said took() {
        return Said.of(What.WEBHOOK_TOOK, address.getHost());
    }

    @Override
    public void tell(Telling telling) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("id", telling.id());
        json.put("title", telling.title());
        json.put("text", telling.text());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.toString()));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / HUNDRED != DONE) throw new NotTold(Said.of(What.WEBHOOK_STATUS, address.getHost(), status));
        } catch (IOException e) {
            throw new NotTold(Said.of(What.WEBHOOK_SILENT, address.getHost()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTold(Said.of(What.WEBHOOK_LEFT, address.getHost()), e);
        }
    }
}
