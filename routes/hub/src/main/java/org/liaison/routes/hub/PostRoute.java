package org.liaison.routes.hub;

import org.apache.camel.builder.RouteBuilder;
import org.liaison.routes.hub.HubRoutes.Arrivals;

/// Where post comes in: what is it, and whose desk does it go to? Envelopes and statements come through one door.
final class PostRoute extends RouteBuilder {

    static final String SORTING = "direct:hub-sorting";

    private final Sorter sorter;

    PostRoute(Sorter sorter) {
        this.sorter = sorter;
    }

    // spotless:off
    @Override
    public void configure() {
        from(HubRoutes.POST).routeId("hub-post").routeGroup("hub").routeConfigurationId(HubFailures.BATCH)
            .to(SORTING).id("sort");

        from(SORTING).routeId("hub-sorting").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(Arrivals.class, sorter::read).id("read")
            .multicast(Batches::joined).stopOnException().id("hand-out")
                .to(IntakeRoute.DOOR)
                .to(EvidenceRoute.DOOR)
            .end();
    }
    // spotless:on
}
