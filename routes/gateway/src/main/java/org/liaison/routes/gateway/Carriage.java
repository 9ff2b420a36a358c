package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;

/// What became of parcels that were claimed from the outbox.
public sealed interface Carriage {

    List<Parcel> parcels();

    /// The broker has them, durably. For an envelope that is no end: only evidence is.
    record Carried(List<Parcel> parcels, Instant at) implements Carriage {}

    record Returned(List<Parcel> parcels, String cause) implements Carriage {}
}
