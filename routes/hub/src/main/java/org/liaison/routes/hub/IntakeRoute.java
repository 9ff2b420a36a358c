package org.liaison.routes.hub;

import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;

/// Judge, record, then carry or return. Nothing leaves the hub before it is in the book.
final class IntakeRoute extends RouteBuilder {

    static final String DOOR = "direct:hub-intake";

    private final Intake intake;
    private final Clerk clerk;
    private final Postman postman;
    private final InstantSource clock;

    IntakeRoute(Intake intake, Clerk clerk, Postman postman, InstantSource clock) {
        this.intake = intake;
        this.clerk = clerk;
        this.postman = postman;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        from(DOOR).routeId("hub-intake").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(Post.class, post -> intake.judge(post, clock.instant())).id("judge")
            .transform().body(Judged.class, clerk::record).id("record")
            .transform().body(Recorded.class, postman::carryOrReturn).id("carry-or-return");
    }
    // spotless:on
}
