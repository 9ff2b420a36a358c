package org.liaison.routes.hub;

import org.apache.camel.builder.RouteBuilder;
import org.liaison.routes.hub.HubRoutes.Arrivals;

/// A batch that failed, taken apart: each message takes the same way again, alone.
final class OneByOneRoute extends RouteBuilder {

    static final String DOOR = "direct:hub-one-by-one";

    private static final String ALONE = "direct:hub-alone";

    // spotless:off
    @Override
    public void configure() {
        from(DOOR).routeId("hub-one-by-one").routeGroup("hub").errorHandler(noErrorHandler())
            .split().body(Arrivals.class, Arrivals::alone).aggregationStrategy(Batches::joined).stopOnException()
                .to(ALONE)
            .end();

        from(ALONE).routeId("hub-alone").routeGroup("hub").routeConfigurationId(HubFailures.ALONE)
            .to(PostRoute.SORTING).id("sort-alone");
    }
    // spotless:on
}
