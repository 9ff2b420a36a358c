package org.liaison.routes.gateway;

import org.apache.camel.builder.RouteBuilder;

/// Answers to our messages: prove, keep in one transaction, put away what proves nothing.
final class ReceiptsRoute extends RouteBuilder {

    static final String START = "direct:gateway-receipts";

    private final Receipts receipts;

    ReceiptsRoute(Receipts receipts) {
        this.receipts = receipts;
    }

    // spotless:off
    @Override
    public void configure() {
        from(START).routeId("gateway-receipts").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Sorted.class, receipts::prove).id("prove")
            .transform().body(Receipts.Examined.class, receipts::keep).id("keep")
            .transform().body(Receipts.Outcome.class, receipts::setAside).id("set-aside-receipts");
    }
    // spotless:on
}
