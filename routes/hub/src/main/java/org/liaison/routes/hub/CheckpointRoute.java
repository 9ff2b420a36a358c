package org.liaison.routes.hub;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/// The hub watches its own log: its head must extend the head that was seen last.
final class CheckpointRoute extends RouteBuilder {

    private final Lookout lookout;
    private final Duration every;

    CheckpointRoute(Lookout lookout, Duration every) {
        this.lookout = lookout;
        this.every = every;
    }

    // spotless:off
    @Override
    public void configure() {
        fromF("timer:hub-checkpoint?period=%d&delay=%1$d", every.toMillis()).routeId("hub-checkpoint-watch").routeGroup("hub")
            .routeConfigurationId(HubFailures.TIMED)
            .to(HubRoutes.CHECKPOINT).id("look-at-log");

        from(HubRoutes.CHECKPOINT).routeId("hub-checkpoint").routeGroup("hub").errorHandler(noErrorHandler())
            .process(exchange -> lookout.compareAndKeep()).id("compare-and-keep");
    }
    // spotless:on
}
