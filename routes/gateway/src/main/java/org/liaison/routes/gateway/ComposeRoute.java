package org.liaison.routes.gateway;

import org.apache.camel.builder.RouteBuilder;

/// Examine, seal, store. Nothing is visible to anybody before it is in the outbox.
final class ComposeRoute extends RouteBuilder {

    private final Compose compose;

    ComposeRoute(Compose compose) {
        this.compose = compose;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.COMPOSE).routeId("gateway-compose").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Draft.class, compose::examine).id("examine-draft")
            .transform().body(Composition.class, compose::seal).id("seal")
            .transform().body(Composition.class, compose::store).id("store");
    }
    // spotless:on
}
