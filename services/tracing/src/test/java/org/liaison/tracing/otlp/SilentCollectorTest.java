package org.liaison.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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

/// A collector that takes whatever comes and answers nobody: the worst that can stand there, for nothing fails.
@Timeout(120)
class SilentCollectorTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int MANY = 3 * Collector.WAITING;
    /// A batch is under way beside those that wait.
    private static final int UNDER_WAY = 512;

    private final CountDownLatch speaks = new CountDownLatch(1);
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong spans = new AtomicLong();
    private HttpServer server;
    private Collector collector;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
        collector = Collector.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces"),
                1,
                "gateway-xa",
                Clock.systemUTC(),
                PATIENCE);
    }

    @AfterEach
    void close() {
        collector.close();
        speaks.countDown();
        server.stop(0);
    }

    /// Who came while nobody answered is not counted later.
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (speaks.getCount() > 0) {
                unanswered.incrementAndGet();
                speaks.await();
                return;
            }
            spans.addAndGet(body.split(Stage.COMPOSE.toString(), -1).length - 1L);
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoever_tells_goes_on_what_waits_is_bounded_and_the_rest_is_dropped() throws Exception {
        for (int told = 0; told < MANY; told++) tell();
        await(() -> unanswered.get() > 5);
        for (int told = 0; told < MANY; told++) tell();

        speaks.countDown();
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
        await(() -> unanswered.get() > 0);
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
