package org.liaison.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.liaison.message.MessageId;

/// A collector of traces that keeps everything it is sent, as it was sent. While it is away, it
/// answers that it is.
final class CollectorOfTraces implements AutoCloseable {

    private final HttpServer server;
    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    private final Semaphore answers = new Semaphore(1);
    private volatile boolean away;
    private volatile int turnedAway;

    /// What one program said of one stage.
    record Told(String program, Span span) {
        String stage() {
            return span.getName();
        }

        String id() {
            return hex(span.getSpanId().toByteArray());
        }

        String parent() {
            return hex(span.getParentSpanId().toByteArray());
        }

        String attribute(String key) {
            return span.getAttributesList().stream()
                    .filter(one -> one.getKey().equals("liaison." + key))
                    .map(one -> one.getValue().hasIntValue()
                            ? Long.toString(one.getValue().getIntValue())
                            : one.getValue().hasArrayValue()
                                    ? one.getValue()
                                            .getArrayValue()
                                            .getValues(0)
                                            .getStringValue()
                                    : one.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
        }
    }

    CollectorOfTraces() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    void away(boolean now) {
        away = now;
    }

    /// While it is silent it accepts whoever comes, and answers nobody.
    void silent(boolean now) {
        if (now) answers.acquireUninterruptibly();
        else answers.release();
    }

    /// How many wait for its answer.
    int waiting() {
        return answers.getQueueLength();
    }

    int turnedAway() {
        return turnedAway;
    }

    private void take(HttpExchange exchange) throws IOException {
        answers.acquireUninterruptibly();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (away) {
                turnedAway++;
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            requests.add(ExportTraceServiceRequest.parseFrom(body));
            byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        } finally {
            answers.release();
        }
    }

    /// In the order in which the stages began.
    List<Told> trace(MessageId message) {
        String id = message.toString().replace("-", "");
        return all().stream()
                .filter(told -> hex(told.span().getTraceId().toByteArray()).equals(id))
                .sorted(Comparator.comparingLong(told -> told.span().getStartTimeUnixNano()))
                .toList();
    }

    List<Told> all() {
        List<Told> all = new ArrayList<>();
        for (ExportTraceServiceRequest request : requests)
            for (var resource : request.getResourceSpansList()) {
                String program = resource.getResource().getAttributesList().stream()
                        .filter(one -> one.getKey().equals("service.name"))
                        .map(one -> one.getValue().getStringValue())
                        .findFirst()
                        .orElseThrow();
                for (var scope : resource.getScopeSpansList())
                    for (Span span : scope.getSpansList()) all.add(new Told(program, span));
            }
        return all;
    }

    /// Everything that was ever sent here, resources and all.
    String everything() {
        return requests.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
