package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Recorded.Answer;
import org.liaison.routes.hub.Recorded.Noted;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the onlooker what has been recorded, and not before.
final class Crier {

    private static final Logger LOG = LoggerFactory.getLogger(Crier.class);

    private final Sighting.Onlooker onlooker;

    Crier(Sighting.Onlooker onlooker) {
        this.onlooker = onlooker;
    }

    /// Whoever counts post must not be able to stop it: an onlooker's fault ends here.
    Recorded cry(Recorded recorded) {
        try {
            List<Sighting> sightings = new ArrayList<>(recorded.answers().size());
            for (Answer answer : recorded.answers())
                sighting(answer, recorded.at()).ifPresent(sightings::add);
            for (Noted note : recorded.notes()) sighting(note, recorded.at()).ifPresent(sightings::add);
            if (!sightings.isEmpty()) onlooker.saw(sightings);
        } catch (RuntimeException e) {
            LOG.warn(
                    "What was recorded could not be shown to the onlooker: {}",
                    e.getClass().getName());
        }
        return recorded;
    }

    private static Optional<Sighting> sighting(Answer answer, Instant at) {
        long index = answer.receipt().proof().index();
        return switch (answer.verdict()) {
            case Accepted accepted ->
                Optional.of(new Sighting.Accepted(index, at, accepted.brought().gateway(), accepted.slip()));
            case Refused(var brought, Slip slip, var why, var _) ->
                Optional.of(new Sighting.Refused(index, at, brought.gateway(), Optional.of(slip), why.reason()));
            case Doubted(var brought, Slip slip, var why, var _) ->
                Optional.of(new Sighting.Refused(index, at, brought.gateway(), Optional.of(slip), why.reason()));
            case Contradicted(var brought, Slip slip, var _, var _) ->
                Optional.of(new Sighting.Incident(index, at, brought.gateway(), Optional.of(slip.id())));
            case Unreadable(var gateway, var _, var why) ->
                Optional.of(new Sighting.Refused(index, at, gateway, Optional.empty(), why.reason()));
            case Repeated _, Echoed _ -> Optional.empty();
        };
    }

    private static Optional<Sighting> sighting(Noted noted, Instant at) {
        long index = noted.receipt().proof().index();
        return switch (noted.account()) {
            case Believed(var told, var evidence, Earlier about) ->
                Optional.of(new Sighting.Reported(
                        index,
                        at,
                        told.gateway(),
                        evidence,
                        about.slip(),
                        about.entry().recordedAt()));
            case Disbelieved(var told, var about, var _, var _) ->
                Optional.of(new Sighting.Incident(index, at, told.gateway(), about));
            case ToldBefore _ -> Optional.empty();
        };
    }
}
