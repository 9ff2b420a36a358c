package org.liaison.routes.gateway;

import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;

/// What time makes of cases: written down first, told afterwards.
final class DeadlinesRoute extends RouteBuilder {

    private final Watch watch;

    DeadlinesRoute(Watch watch) {
        this.watch = watch;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.DEADLINES).routeId("gateway-deadlines").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Instant.class, watch::look).id("look")
            .process().body(Watch.Looked.class, watch::tell).id("tell");
    }
    // spotless:on
}
