package org.liaison.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A gateway that says what it was told to say and remembers what it was asked.
final class GatewayOnPaper implements AutoCloseable {

    static final String TOKEN = "liaison_a-token-that-must-not-be-seen";

    record Asked(String method, String path, String authorization, String body) {}

    private record Said(int status, String type, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Said> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    GatewayOnPaper() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    GatewayOnPaper says(String methodAndPath, String json) {
        return says(methodAndPath, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    GatewayOnPaper refuses(String methodAndPath, int status, String problem) {
        return says(methodAndPath, status, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8));
    }

    GatewayOnPaper says(String methodAndPath, int status, String type, byte[] body) {
        answers.put(methodAndPath, new Said(status, type, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(new Asked(exchange.getRequestMethod(), path, authorization, body));
            String key = exchange.getRequestMethod() + " " + path.replaceAll("\\?.*", "");
            byte[] nothing = "{\"type\":\"urn:liaison:problem:not-found\",\"title\":\"Not found\",\"status\":404}"
                    .getBytes(StandardCharsets.UTF_8);
            Said said = answers.getOrDefault(key, new Said(404, "application/problem+json", nothing));
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.sendResponseHeaders(said.status(), said.body().length);
            exchange.getResponseBody().write(said.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
