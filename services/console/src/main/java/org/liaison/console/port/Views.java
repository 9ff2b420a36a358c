package org.liaison.console.port;

/// Everything that the console looks at and may do, in one hand.
public record Views(
        Traffic traffic,
        Routes routes,
        Mailboxes mailboxes,
        Quarantine quarantine,
        Trace trace,
        Certificates certificates,
        SnapshotShelf snapshots,
        LogBook log,
        Changes changes,
        Deadlines deadlines,
        Events events,
        Gateways gateways) {}
