package org.liaison.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.liaison.message.MessageId;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Follower;
import org.liaison.tracing.Leg.Steps;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;

/// Measures how long the broker takes for a batch, for whoever follows messages.
record CarryWatch(Follower follower) {

    /// When it returns, the broker has everything.
    interface Carrying {
        void carry() throws ActiveMQException;
    }

    void around(Parcels parcels, Carrying carrying) throws ActiveMQException {
        if (follower.equals(Follower.NOBODY)) {
            carrying.carry();
            return;
        }
        Instant from = follower.now();
        carrying.carry();
        Steps steps = new Steps();
        steps.done(Stage.CARRY, from, follower.now());
        List<MessageId> messages = parcels.each().stream()
                .map(Parcel::about)
                .flatMap(Optional::stream)
                .distinct()
                .filter(follower::follows)
                .toList();
        for (MessageId message : messages)
            follower.told(steps.leg(
                    message, Stage.CARRY, Facts.of(Outcome.DONE, parcels.each().size()), Stage.CARRY));
    }
}
