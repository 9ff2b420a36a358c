package org.liaison.routes.hub;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.liaison.directory.Directory;

/// A new directory or rulebook: read, record, make room for whoever is new, put in force.
///
/// One at a time: the hub itself asks for the first look when it starts, and the watch begins when that has succeeded.
/// Were they to look at once, both would find news and the log would say it twice, or the older of two could win.
final class DirectoryRoute extends RouteBuilder {

    private final Shelf shelf;
    private final Consumer<Directory> furnish;
    private final Duration every;
    private final InstantSource clock;

    DirectoryRoute(Shelf shelf, Consumer<Directory> furnish, Duration every, InstantSource clock) {
        this.shelf = shelf;
        this.furnish = furnish;
        this.every = every;
        this.clock = clock;
    }

    // spotless:off
    @Override
    public void configure() {
        fromF("timer:hub-directory?period=%d&delay=%1$d", every.toMillis()).routeId("hub-directory-watch").routeGroup("hub")
            .routeConfigurationId(HubFailures.TIMED)
            .filter(_ -> shelf.current().isPresent())
                .to(HubRoutes.SNAPSHOTS).id("look-at-snapshots")
            .end();

        from(HubRoutes.SNAPSHOTS).routeId("hub-directory").routeGroup("hub").errorHandler(noErrorHandler())
            .transform().body(body -> shelf.read(clock.instant())).id("read-snapshots")
            .filter().body(InForce.class, shelf::isNews)
                .transform().body(InForce.class, read -> shelf.record(read, clock.instant())).id("record-snapshots")
                .process().body(InForce.class, recorded -> furnish.accept(recorded.directory())).id("furnish")
                .process().body(InForce.class, shelf::putInForce).id("put-in-force")
            .end();
    }
    // spotless:on
}
