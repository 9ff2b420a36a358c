package org.liaison.routes.hub;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.liaison.auditlog.book.AlreadyRecorded;
import org.liaison.auditlog.book.LogUnreadable;
import org.liaison.auditlog.book.LogUnwritable;
import org.liaison.seal.KeyUnreachable;

/// Our own faults, and only here.
///
/// - A machine that we need is away (log, database, keys, memory): nothing is answered. The exception reaches the
///   lane, which rolls back, waits and hands the same post in again.
/// - Two lanes recorded the same message at once: likewise; the next time the other's answer is found.
/// - Anything else is a fault of this program with one of the messages: the batch is taken apart and each goes
///   through alone, so that its neighbours run on; the one that fails alone goes to quarantine with the class of
///   the fault.
final class HubFailures extends RouteConfigurationBuilder {

    static final String BATCH = "hub-failures";
    static final String ALONE = "hub-failures-alone";
    static final String TIMED = "hub-failures-timed";

    // spotless:off
    @Override
    public void configuration() {
        routeConfiguration(BATCH)
            .onException(LogUnwritable.class, LogUnreadable.class, AlreadyRecorded.class, KeyUnreachable.class, VirtualMachineError.class)
                .handled(false)
            .end()
            .onException(Throwable.class).handled(true).useOriginalBody()
                .to(OneByOneRoute.DOOR)
            .end();

        routeConfiguration(ALONE)
            .onException(LogUnwritable.class, LogUnreadable.class, AlreadyRecorded.class, KeyUnreachable.class, VirtualMachineError.class)
                .handled(false)
            .end()
            .onException(Throwable.class).handled(true).useOriginalBody()
                .process(Quarantine::setAside)
            .end();

        routeConfiguration(TIMED)
            .onException(Throwable.class).handled(true)
                .log("${routeId} did not succeed and will be tried again: ${exception.message}")
            .end();
    }
    // spotless:on
}
