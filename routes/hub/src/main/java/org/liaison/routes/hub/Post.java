package org.liaison.routes.hub;

import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Wire.Envelope;

/// A batch, read as far as its frames: what each arrival is, not yet whether it is good.
record Post(List<Brought> envelopes, List<Told> statements, List<Verdict.Unreadable> unreadable) {

    Post {
        envelopes = List.copyOf(envelopes);
        statements = List.copyOf(statements);
        unreadable = List.copyOf(unreadable);
    }

    /// An envelope and the gateway that brought it.
    record Brought(GatewayCode gateway, Optional<String> claimedId, Envelope envelope) {}

    /// A statement and the gateway that brought it.
    record Told(GatewayCode gateway, Optional<String> claimedId, Bytes evidence) {}
}
