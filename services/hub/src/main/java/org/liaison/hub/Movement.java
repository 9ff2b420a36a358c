package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.console.port.Corridor;
import org.liaison.hub.Tally.Counted;
import org.liaison.message.AuthorityCode;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Sighting;

/// Something that happened to one message on its way to one of its recipients.
///
/// `took` is the time from the hub's acceptance to the recipient's word that it has the message.
record Movement(
        Counted what,
        long index,
        Instant at,
        Leg leg,
        Slip slip,
        Corridor corridor,
        Priority lane,
        Optional<Reason> reason,
        Optional<Duration> took,
        String gateway) {

    /// A message on its way to one of its recipients.
    record Leg(MessageId message, AuthorityCode to) {}

    /// Refusals of what names nobody belong to no corridor, so there is no movement of them.
    static List<Movement> of(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Accepted(long index, Instant at, var gateway, Slip slip) ->
                legs(Counted.ACCEPTED, index, at, slip, Optional.empty(), gateway.value());
            case Sighting.Refused(long index, Instant at, var gateway, Optional<Slip> slip, Reason reason) ->
                slip.map(known -> legs(Counted.REFUSED, index, at, known, Optional.of(reason), gateway.value()))
                        .orElse(List.of());
            case Sighting.Reported(
                    long index,
                    Instant at,
                    var gateway,
                    Evidence evidence,
                    Slip about,
                    Instant acceptedAt) -> reported(index, at, gateway.value(), evidence, about, acceptedAt);
            case Sighting.Incident _ -> List.of();
        };
    }

    private static List<Movement> legs(
            Counted what, long index, Instant at, Slip slip, Optional<Reason> reason, String gateway) {
        List<Movement> legs = new ArrayList<>(slip.to().size());
        for (AuthorityCode to : slip.to())
            legs.add(new Movement(
                    what,
                    index,
                    at,
                    new Leg(slip.id(), to),
                    slip,
                    new Corridor(slip.from().country(), to.country()),
                    slip.priority(),
                    reason,
                    Optional.empty(),
                    gateway));
        return legs;
    }

    private static List<Movement> reported(
            long index, Instant at, String gateway, Evidence evidence, Slip about, Instant acceptedAt) {
        Optional<Counted> what = counted(evidence.event());
        if (what.isEmpty()) return List.of();
        AuthorityCode by = AuthorityCode.parse(evidence.issuer());
        return List.of(new Movement(
                what.get(),
                index,
                at,
                new Leg(about.id(), by),
                about,
                new Corridor(about.from().country(), by.country()),
                about.priority(),
                evidence.reasons().stream().findFirst().map(reason -> reason.reason()),
                what.get() == Counted.HANDED_OVER ? Optional.of(Duration.between(acceptedAt, at)) : Optional.empty(),
                gateway));
    }

    private static Optional<Counted> counted(ErdsEvent event) {
        return switch (event) {
            case CONTENT_HANDOVER -> Optional.of(Counted.HANDED_OVER);
            case CONTENT_HANDOVER_FAILURE -> Optional.of(Counted.FAILED);
            case CONTENT_ACCESS_TRACKING -> Optional.of(Counted.OPENED);
            default -> Optional.empty();
        };
    }
}
