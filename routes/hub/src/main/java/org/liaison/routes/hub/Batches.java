package org.liaison.routes.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;

/// Puts the parcels of several ways together again.
final class Batches {

    private Batches() {}

    /// The first failure stands: with it, nothing of the batch was answered.
    static @Nullable Exchange joined(@Nullable Exchange before, @Nullable Exchange next) {
        if (before == null || next == null) return before == null ? next : before;
        if (before.getException() != null) return before;
        if (next.getException() != null) return next;
        List<Parcel> all = new ArrayList<>(parcels(before));
        all.addAll(parcels(next));
        before.getMessage().setBody(new Parcels(all));
        return before;
    }

    private static List<Parcel> parcels(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(Parcels.class), "a way that gives no parcels")
                .each();
    }
}
