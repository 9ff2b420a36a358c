package org.liaison.routes.gateway;

import org.apache.camel.builder.RouteBuilder;

/// Messages for us: examine and open, answer and commit in one transaction, put away what should not have come.
final class ReceptionRoute extends RouteBuilder {

    static final String START = "direct:gateway-reception";

    private final Reception reception;

    ReceptionRoute(Reception reception) {
        this.reception = reception;
    }

    // spotless:off
    @Override
    public void configure() {
        from(START).routeId("gateway-reception").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Sorted.class, reception::examine).id("examine-delivery")
            .transform().body(Reception.Examined.class, reception::refuse).id("refuse")
            .transform().body(Reception.Examined.class, reception::take).id("take")
            .transform().body(Reception.Outcome.class, reception::setAside).id("set-aside-deliveries");
    }
    // spotless:on
}
