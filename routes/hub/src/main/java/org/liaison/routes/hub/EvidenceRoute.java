package org.liaison.routes.hub;

import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;

/// What recipients say became of a message: hear it, record it once, take it to the sender.
final class EvidenceRoute extends RouteBuilder {

    static final String DOOR = "direct:hub-evidence";

    private final Testimony testimony;
    private final Registrar registrar;
    private final Messenger messenger;
    private final InstantSource clock;

    EvidenceRoute(Testimony testimony, Registrar registrar, Messenger messenger, InstantSource clock) {
        this.testimony = testimony;
        this.registrar = registrar;
        this.messenger = messenger;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        from(DOOR).routeId("hub-evidence").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(Post.class, post -> testimony.hear(post, clock.instant())).id("hear")
            .transform().body(Heard.class, registrar::record).id("record-evidence")
            .transform().body(Heard.Noted.class, messenger::report).id("report");
    }
    // spotless:on
}
