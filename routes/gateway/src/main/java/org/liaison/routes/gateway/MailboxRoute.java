package org.liaison.routes.gateway;

import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;

/// One batch from one mailbox. Everything it holds is durable here when the route ends; only then may
/// the caller tell
/// the broker. Fails as a whole, and then nothing has happened that would not be recognised the next time.
final class MailboxRoute extends RouteBuilder {

    private final SetAside setAside;
    private final Clock clock;

    MailboxRoute(SetAside setAside, Clock clock) {
        this.setAside = setAside;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        from(GatewayRoutes.MAILBOX).routeId("gateway-mailbox").routeGroup("gateway")
            .routeConfigurationId(GatewayFailures.ID)
            .transform().body(Batch.class, batch -> Sorted.read(batch, clock.instant())).id("read")
            .transform().body(Sorted.class, this::setAside).id("set-aside-frames")
            .multicast().stopOnException()
                .to(ReceptionRoute.START, ReceiptsRoute.START).id("sort")
            .end();
    }
    // spotless:on

    private Sorted setAside(Sorted sorted) {
        sorted.misplaced().forEach(one -> setAside.keep(one.arrival(), java.util.Optional.empty(), one.cause()));
        return sorted;
    }
}
