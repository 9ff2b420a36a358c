package org.liaison.routes.gateway;

import org.apache.camel.builder.RouteBuilder;

/// A person opens a message: the evidence is signed and queued with the mark that it was opened.
final class AccessRoute extends RouteBuilder {

    private final Access access;

    AccessRoute(Access access) {
        this.access = access;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.ACCESS).routeId("gateway-access").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(OpenRequest.class, access::open).id("open");
    }
    // spotless:on
}
