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
import java.util.regex.Pattern;
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

    /// Long enough for a request to arrive on a machine that is busy with other things.
    private static final Collector.Bounds BOUNDS = new Collector.Bounds(Duration.ofSeconds(2), 1_024);
    private static final int MANY = 20 * BOUNDS.waiting();
    /// A batch is under way beside those that wait.
    private static final int UNDER_WAY = 512;

    private final CountDownLatch speaks = new CountDownLatch(1);
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong spans = new AtomicLong();
    private final AtomicLong marks = new AtomicLong();
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
                BOUNDS);
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
            spans.addAndGet(count(body, Stage.COMPOSE));
            marks.addAndGet(count(body, Stage.DISPATCH));
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int count(String body, Stage stage) {
        return body.split(Pattern.quote(stage.toString()), -1).length - 1;
    }

    @Test
    void whoever_tells_goes_on_what_waits_is_bounded_and_the_rest_is_dropped() throws Exception {
        for (int told = 0; told < MANY; told++) tell(Stage.COMPOSE);
        await(() -> unanswered.get() > 2);
        for (int told = 0; told < MANY; told++) tell(Stage.COMPOSE);

        speaks.countDown();
        await(() -> {
            tell(Stage.DISPATCH);
            return marks.get() > 0;
        });
        assertThat(spans.get()).as("of " + 2 * MANY).isLessThanOrEqualTo(BOUNDS.waiting() + UNDER_WAY);
    }

    @Test
    void a_program_that_stops_does_not_wait_for_its_answer() throws Exception {
        await(() -> {
            tell(Stage.COMPOSE);
            return unanswered.get() > 0;
        });
        collector.close();
        assertThat(spans.get()).isZero();
    }

    private void tell(Stage stage) {
        Leg.Steps steps = new Leg.Steps();
        Instant now = collector.now();
        steps.done(stage, now, now);
        collector.told(steps.leg(MessageId.next(now), stage, Facts.of(Outcome.DONE, 1), stage));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) Thread.sleep(20);
    }
}
