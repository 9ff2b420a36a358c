package org.liaison.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liaison.message.MessageId;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;

/// A collector that takes every connection and answers none: the worst that can stand there, for nothing fails.
@Timeout(120)
class SilentCollectorTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int MANY = 5 * Collector.WAITING;
    /// A batch is under way beside those that wait.
    private static final int UNDER_WAY = 512;

    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final AtomicLong spans = new AtomicLong();
    private final ServerSocket server = listen();
    private final Collector collector = Collector.at(
            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1/traces"),
            1,
            "gateway-xa",
            Clock.systemUTC(),
            PATIENCE);
    private volatile boolean answers;

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed())
                try {
                    Socket caller = server.accept();
                    callers.add(caller);
                    Thread.ofVirtual().start(() -> serve(caller));
                } catch (IOException e) {
                    return;
                }
        });
    }

    @AfterEach
    void close() throws IOException {
        collector.close();
        server.close();
        for (Socket caller : callers) caller.close();
    }

    /// HTTP/1.1 as far as one client needs it: a head, a body of a known length, an empty answer.
    private void serve(Socket caller) {
        try (caller) {
            while (true) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    int next = caller.getInputStream().read();
                    if (next < 0) return;
                    head.append((char) next);
                }
                int length = Integer.parseInt(head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
                String body = new String(caller.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
                if (!answers) continue;
                spans.addAndGet(body.split(Stage.COMPOSE.toString(), -1).length - 1L);
                caller.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // Who is not answered hangs up.
        }
    }

    @Test
    void whoever_tells_goes_on_what_waits_is_bounded_and_the_rest_is_dropped() throws Exception {
        for (int told = 0; told < MANY; told++) tell();
        await(() -> callers.size() > 5);
        for (int told = 0; told < MANY; told++) tell();

        answers = true;
        await(() -> {
            tell();
            return spans.get() > Collector.WAITING / 2;
        });
        collector.close();
        assertThat(spans.get()).as("of " + 2 * MANY).isLessThan(2 * (Collector.WAITING + UNDER_WAY));
    }

    @Test
    void a_program_that_stops_does_not_wait_for_its_answer() throws Exception {
        tell();
        await(() -> !callers.isEmpty());
        collector.close();
        assertThat(spans.get()).isZero();
    }

    private void tell() {
        Leg.Steps steps = new Leg.Steps();
        Instant now = collector.now();
        steps.done(Stage.COMPOSE, now, now);
        collector.told(steps.leg(MessageId.next(now), Stage.COMPOSE, Facts.of(Outcome.DONE, 1), Stage.COMPOSE));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) Thread.sleep(20);
    }
}
