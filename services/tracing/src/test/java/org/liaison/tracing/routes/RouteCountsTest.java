package org.liaison.tracing.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liaison.message.report.RouteState;

class RouteCountsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String QUOTED = "what an officer wrote";

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final RouteCounts counts = new RouteCounts(clock::get);
    private final CamelContext camel = new DefaultCamelContext();

    /// What somebody calls a class is not always what a report can bear.
    private static final class FaultWhoseNameIsLongerThanAnythingThatAReportMayBearSoThatItMustBeCutBeforeItIsToldOf
            extends IllegalStateException {
        private static final long serialVersionUID = 1;

        FaultWhoseNameIsLongerThanAnythingThatAReportMayBearSoThatItMustBeCutBeforeItIsToldOf() {
            super(QUOTED);
        }
    }

    @BeforeEach
    void start() throws Exception {
        camel.addRoutePolicyFactory(counts);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:well").routeId("well").setBody(body());
                from("direct:fails").routeId("fails").process(RouteCountsTest::fail);
                from("direct:deals")
                        .routeId("deals")
                        .onException(RuntimeException.class)
                        .handled(true)
                        .end()
                        .process(RouteCountsTest::fail);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private static void fail(org.apache.camel.Exchange exchange) {
        throw exchange.getMessage().getBody(RuntimeException.class);
    }

    @Test
    void what_went_through_is_counted_and_a_route_without_traffic_is_there_too() {
        send("direct:well", "a batch");
        send("direct:well", "another");
        assertThat(counts.all(camel)).extracting(RouteState::id).containsExactly("deals", "fails", "well");
        assertThat(counts.all(camel)).allMatch(RouteState::running);
        assertThat(of("well").exchanges()).isEqualTo(2);
        assertThat(of("well").failed()).isZero();
        assertThat(of("well").inFlight()).isZero();
        assertThat(of("well").lastFailure()).isEmpty();
        assertThat(of("fails").exchanges()).isZero();
    }

    @Test
    void a_fault_counts_also_when_it_was_dealt_with_and_leaves_its_class_and_no_text() {
        send("direct:deals", new IllegalArgumentException(QUOTED));
        assertThat(of("deals").failed()).isOne();
        assertThat(of("deals").lastFailure())
                .contains(new RouteState.Failure(NOON, IllegalArgumentException.class.getSimpleName()));
        assertThatThrownBy(() -> send("direct:fails", new IllegalStateException(QUOTED)))
                .isInstanceOf(CamelExecutionException.class);
        assertThat(of("fails").failed()).isOne();
        assertThat(counts.all(camel).toString()).doesNotContain(QUOTED);
    }

    @Test
    void a_class_that_no_report_could_name_is_cut_or_called_what_it_is() {
        send(
                "direct:deals",
                new FaultWhoseNameIsLongerThanAnythingThatAReportMayBearSoThatItMustBeCutBeforeItIsToldOf());
        assertThat(of("deals").lastFailure().orElseThrow().fault())
                .isEqualTo("FaultWhoseNameIsLongerThanAnythingThatAReportMayBearSoThatItMustBeCutBeforeItIsT");
        send("direct:deals", new IllegalStateException() {
            private static final long serialVersionUID = 1;
        });
        assertThat(of("deals").lastFailure().orElseThrow().fault()).isEqualTo("Throwable");
    }

    @Test
    void the_last_minute_is_the_last_full_one() {
        send("direct:well", "a batch");
        send("direct:well", "another");
        assertThat(counts.lastMinute("well")).isZero();
        later(1);
        assertThat(counts.lastMinute("well")).isEqualTo(2);
        send("direct:well", "a third");
        later(1);
        assertThat(counts.lastMinute("well")).isOne();
        later(2);
        assertThat(counts.lastMinute("well")).isZero();
    }

    private void later(int minutes) {
        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(minutes)));
    }

    private void send(String to, Object body) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.sendBody(to, body);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private RouteState of(String route) {
        return counts.all(camel).stream()
                .filter(state -> state.id().equals(route))
                .findFirst()
                .orElseThrow();
    }
}
