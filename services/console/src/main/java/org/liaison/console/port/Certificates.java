package org.liaison.console.port;

import java.time.Instant;
import java.util.List;

/// What expires, over whole chains.
public interface Certificates {

    /// The soonest first.
    List<Expiry> all();

    enum What {
        ROOT,
        ISSUER,
        REVOCATION_LIST,
        HUB_KEY,
        ENCRYPTION,
        /// As it last came with evidence or a slip: the directory lists its digest only.
        SIGNING,
        /// A gateway's at the hub's door, as the gateway reports it.
        GATEWAY_TLS
    }

    /// `holder`: an authority, an issuer, a file name of the hub's keys. For a revocation list `until` is its next
    /// update.
    record Expiry(What what, String holder, String serial, Instant from, Instant until) {}
}
