package org.liaison.routes.gateway;

import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;

/// Claim, carry, settle. A crash between any two steps leads to sending again, never to losing.
final class DispatchRoute extends RouteBuilder {

    private final Dispatch dispatch;

    DispatchRoute(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.DISPATCH).routeId("gateway-dispatch").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Instant.class, dispatch::claim).id("claim")
            .transform().body(Dispatch.Load.class, dispatch::carry).id("carry")
            .transform().body(Carriage.class, dispatch::settle).id("settle");
    }
    // spotless:on
}
