package org.liaison.routes.hub;

import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;
import org.liaison.routes.hub.HubRoutes.Arrivals;

/// Read, judge, hear, record, then carry or return. Nothing leaves the hub before it is in the book.
///
/// The body is a batch, and its type says how far it has come. Envelopes are judged, recipients' statements are
/// heard; both are recorded in one append, because making a batch durable costs the same for one entry as for
/// hundreds.
final class IntakeRoute extends RouteBuilder {

    private static final String DESK = "direct:hub-desk";

    private final Sorter sorter;
    private final Intake intake;
    private final Testimony testimony;
    private final Clerk clerk;
    private final Crier crier;
    private final Postman postman;
    private final InstantSource clock;

    IntakeRoute(
            Sorter sorter,
            Intake intake,
            Testimony testimony,
            Clerk clerk,
            Crier crier,
            Postman postman,
            InstantSource clock) {
        this.sorter = sorter;
        this.intake = intake;
        this.testimony = testimony;
        this.clerk = clerk;
        this.crier = crier;
        this.postman = postman;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        from(DESK).routeId("hub-desk").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(Arrivals.class, sorter::read).id("read")
            .transform().body(Post.class, post -> intake.judge(post, clock.instant())).id("judge")
            .transform().body(Judged.class, testimony::hear).id("hear")
            .transform().body(Heard.class, clerk::record).id("record")
            .transform().body(Recorded.class, crier::cry).id("show")
            .transform().body(Recorded.class, postman::carryOrReturn).id("carry-or-return");

        from(HubRoutes.POST).routeId("hub-intake").routeGroup("hub").routeConfigurationId(HubFailures.BATCH)
            .to(DESK).id("batch-to-desk");

        from(OneByOneRoute.ALONE).routeId("hub-intake-alone").routeGroup("hub").routeConfigurationId(HubFailures.ALONE)
            .to(DESK).id("alone-to-desk");
    }
    // spotless:on
}
