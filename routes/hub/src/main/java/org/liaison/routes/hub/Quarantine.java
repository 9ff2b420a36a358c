package org.liaison.routes.hub;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.liaison.message.Priority;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;

/// Where a message goes that this program cannot deal with, so that it does not hold up the others.
final class Quarantine {

    private Quarantine() {}

    /// The cause is the class of the fault and where it happened: the text of an exception might quote content.
    static void setAside(Exchange exchange) {
        Throwable fault = Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        Arrivals alone = Objects.requireNonNull(exchange.getMessage().getBody(Arrivals.class));
        Arrival arrival = alone.each().getFirst();
        exchange.getMessage()
                .setBody(new Parcels(List.of(new Parcel(
                        Mailbox.QUARANTINE,
                        arrival.frame(),
                        Priority.ROUTINE,
                        arrival.claimedId(),
                        true,
                        Optional.empty(),
                        Optional.of(cause(arrival, fault))))));
    }

    private static HubRoutes.Cause cause(Arrival arrival, Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return new HubRoutes.Cause(
                fault.getClass().getName(),
                trace.length == 0 ? "" : trace[0].toString(),
                arrival.gateway(),
                arrival.claimedId());
    }
}
