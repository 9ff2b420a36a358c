package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Evidence;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Reason;
import org.liaison.message.Slip;

/// What an onlooker sees of post: something new that stands in the log at `index`. Slips, evidence and
/// reasons are all there is to see; what was answered before and is answered again is not seen again.
public sealed interface Sighting {

    long index();

    Instant at();

    /// The gateway that brought it.
    GatewayCode gateway();

    record Accepted(long index, Instant at, GatewayCode gateway, Slip slip) implements Sighting {}

    /// `slip` is unproven where the reason says so, and absent where none could be read.
    record Refused(long index, Instant at, GatewayCode gateway, Optional<Slip> slip, Reason reason)
            implements Sighting {}

    /// A recipient said what became of `about`, which the hub had accepted at `acceptedAt`.
    record Reported(long index, Instant at, GatewayCode gateway, Evidence evidence, Slip about, Instant acceptedAt)
            implements Sighting {}

    /// Evidence that was not believed, or a message id that came again with other content.
    record Incident(long index, Instant at, GatewayCode gateway, Optional<MessageId> about) implements Sighting {}

    /// Looks on. It must not wait, for post waits for it.
    interface Onlooker {

        Onlooker NOBODY = _ -> {};

        /// Everything that was recorded of one batch, in the order of the log.
        void saw(List<Sighting> sightings);
    }
}
