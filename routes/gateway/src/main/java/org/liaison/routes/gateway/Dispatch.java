package org.liaison.routes.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The outbox relay: what is due goes to the hub, urgent first, in one broker transaction.
final class Dispatch {

    /// Long enough for the slowest send, short enough that a crash between claiming and sending delays little.
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Carrier carrier;
    private final int atMost;

    Dispatch(Outbox outbox, Carrier carrier, int atMost) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.atMost = atMost;
    }

    record Load(List<Parcel> parcels, Instant now) {}

    Load claim(Instant now) {
        return new Load(outbox.claim(atMost, now, LEASE), now);
    }

    /// A broker that cannot be reached is an everyday answer here, not a failure: the parcels go back
    /// to the outbox.
    Carriage carry(Load load) {
        if (load.parcels().isEmpty()) return new Carriage.Carried(load.parcels(), load.now());
        try {
            carrier.carry(load.parcels());
            return new Carriage.Carried(load.parcels(), load.now());
        } catch (BrokerUnreachable e) {
            return new Carriage.Returned(load.parcels(), String.valueOf(e.getMessage()));
        }
    }

    Carriage settle(Carriage carriage) {
        switch (carriage) {
            case Carriage.Carried(List<Parcel> parcels, Instant at) -> outbox.carried(parcels, at);
            case Carriage.Returned(List<Parcel> parcels, String _) -> outbox.returned(parcels);
        }
        return carriage;
    }
}
