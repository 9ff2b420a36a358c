package org.liaison.routes.hub;

import org.apache.camel.builder.RouteBuilder;
import org.liaison.routes.hub.HubRoutes.Arrivals;

/// A batch that failed, taken apart: each message goes to the desk again, alone. It must not stop on an
/// exception: Camel would stop also at one that was handled, and drop what comes after the message that went to
/// quarantine.
final class OneByOneRoute extends RouteBuilder {

    static final String DOOR = "direct:hub-one-by-one";
    static final String ALONE = "direct:hub-alone";

    // spotless:off
    @Override
    public void configure() {
        from(DOOR).routeId("hub-one-by-one").routeGroup("hub").errorHandler(noErrorHandler())
            .split().body(Arrivals.class, Arrivals::alone).aggregationStrategy(Batches::joined)
                .to(ALONE).id("each-alone")
            .end();
    }
    // spotless:on
}
