package org.liaison.routes.gateway;

import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;

/// What has waited too long is marked first and told of afterwards.
final class LimitsRoute extends RouteBuilder {

    private final Limits limits;

    LimitsRoute(Limits limits) {
        this.limits = limits;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.LIMITS).routeId("gateway-limits").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Instant.class, limits::pass).id("pass")
            .process().body(Limits.Passed.class, limits::escalate).id("escalate");
    }
    // spotless:on
}
