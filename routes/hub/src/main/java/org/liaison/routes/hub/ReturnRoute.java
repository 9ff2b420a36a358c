package org.liaison.routes.hub;

import java.time.InstantSource;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.liaison.message.EventReason;
import org.liaison.message.Reason;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.Verdict.Unreadable;

/// What lay in quarantine and an operator returns: recorded, then told to the gateway that brought it.
/// Nothing is claimed about its sender, so no message id is used up.
final class ReturnRoute extends RouteBuilder {

    private final Clerk clerk;
    private final Crier crier;
    private final Postman postman;
    private final InstantSource clock;

    ReturnRoute(Clerk clerk, Crier crier, Postman postman, InstantSource clock) {
        this.clerk = clerk;
        this.crier = crier;
        this.postman = postman;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        from(HubRoutes.RETURN).routeId("hub-return").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(Arrivals.class, this::unprocessed).id("give-up")
            .transform().body(Heard.class, clerk::record).id("record-return")
            .transform().body(Recorded.class, crier::cry).id("show-return")
            .transform().body(Recorded.class, postman::carryOrReturn).id("return");
    }
    // spotless:on

    private Heard unprocessed(Arrivals arrivals) {
        List<Verdict> verdicts = arrivals.each().stream()
                .<Verdict>map(arrival ->
                        new Unreadable(arrival.gateway(), arrival.claimedId(), new EventReason(Reason.RETURNED_BY_HUB)))
                .toList();
        return new Heard(verdicts, List.of(), clock.instant());
    }
}
