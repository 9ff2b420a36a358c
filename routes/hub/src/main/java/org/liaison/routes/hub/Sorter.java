package org.liaison.routes.hub;

import java.util.ArrayList;
import java.util.List;
import org.liaison.message.EventReason;
import org.liaison.message.Frames;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Reason;
import org.liaison.message.Wire;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Envelope;
import org.liaison.message.Wire.Receipt;
import org.liaison.message.Wire.Statement;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Limits;
import org.liaison.routes.hub.Post.Brought;
import org.liaison.routes.hub.Post.Told;
import org.liaison.routes.hub.Verdict.Unreadable;

/// Reads frames. Size first: nothing over the limit is looked into.
final class Sorter {

    private final Limits limits;

    Sorter(Limits limits) {
        this.limits = limits;
    }

    Post read(Arrivals arrivals) {
        List<Brought> envelopes = new ArrayList<>();
        List<Told> statements = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Arrival arrival : arrivals.each()) {
            if (arrival.size() > limits.envelopeBytes()) {
                unreadable.add(tooLarge(arrival));
                continue;
            }
            switch (Frames.read(arrival.frame())) {
                case Garbled<Wire>(String problem) -> unreadable.add(malformed(arrival, problem));
                case Clear<Wire>(Wire wire) -> {
                    switch (wire) {
                        case Envelope envelope ->
                            envelopes.add(new Brought(arrival.gateway(), arrival.claimedId(), envelope));
                        case Statement(var evidence) ->
                            statements.add(new Told(arrival.gateway(), arrival.claimedId(), evidence));
                        case Delivery _, Receipt _ ->
                            unreadable.add(malformed(arrival, "a gateway sends envelopes and statements only"));
                    }
                }
            }
        }
        return new Post(envelopes, statements, unreadable);
    }

    private Unreadable tooLarge(Arrival arrival) {
        return new Unreadable(
                arrival.gateway(),
                arrival.claimedId(),
                new EventReason(
                        Reason.ENVELOPE_TOO_LARGE,
                        "It has " + arrival.size() + " bytes; the hub carries " + limits.envelopeBytes() + "."));
    }

    private static Unreadable malformed(Arrival arrival, String problem) {
        return new Unreadable(
                arrival.gateway(), arrival.claimedId(), new EventReason(Reason.MALFORMED_ENVELOPE, problem + "."));
    }
}
