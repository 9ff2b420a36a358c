package org.liaison.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A log as a hub publishes it: whichever book is shown, and what witnesses cosigned of it.
final class LogOnTheWeb implements AutoCloseable {

    private static final Pattern TILE = Pattern.compile("/log/tile/([0-9]+)/([0-9]{3})(?:\\.p/([0-9]+))?");

    final List<Bytes> cosigned = new CopyOnWriteArrayList<>();
    final List<ChangedLog> disputes = new ArrayList<>();
    private final HttpServer server;
    private volatile Book shown;
    private volatile boolean away;

    LogOnTheWeb(Book book) throws IOException {
        this.shown = book;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/log/checkpoint",
                exchange -> answer(exchange, away ? Optional.empty() : Optional.of(shown.checkpoint())));
        server.createContext("/log/witnesses", exchange -> answer(exchange, Optional.of(witnesses())));
        server.createContext("/log/disputes", exchange -> answer(exchange, Optional.of(disputes())));
        server.createContext("/log/tile/", this::tile);
        server.start();
    }

    /// Whether its checkpoint cannot be had.
    void away(boolean now) {
        away = now;
    }

    void show(Book book) {
        shown = book;
    }

    PublishedLog published() {
        return new PublishedLog(Optional.of(address()));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Bytes witnesses() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode().put("version", 1);
        ArrayNode checkpoints = json.putArray("checkpoints");
        for (Bytes note : cosigned) checkpoints.add(note.utf8());
        return StrictJson.write(json);
    }

    private Bytes disputes() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode().put("version", 1);
        ArrayNode all = json.putArray("disputes");
        for (ChangedLog one : disputes)
            one.write(all.addObject().put("gateway", "gateway-xb").putObject("changedLog"));
        return StrictJson.write(json);
    }

    private void tile(HttpExchange exchange) throws IOException {
        Matcher tile = TILE.matcher(exchange.getRequestURI().getPath());
        if (!tile.matches()) answer(exchange, Optional.empty());
        else
            answer(
                    exchange,
                    shown.tile(
                            Integer.parseInt(tile.group(1)),
                            Long.parseLong(tile.group(2)),
                            tile.group(3) == null ? 256 : Integer.parseInt(tile.group(3))));
    }

    private static void answer(HttpExchange exchange, Optional<Bytes> body) throws IOException {
        try (exchange) {
            byte[] content = body.map(Bytes::toArray).orElse(new byte[0]);
            exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, content.length == 0 ? -1 : content.length);
            if (content.length > 0) exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
