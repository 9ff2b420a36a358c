package org.liaison.hub;

import org.liaison.console.port.Certificates;
import org.liaison.console.port.Changes;
import org.liaison.console.port.Deadlines;
import org.liaison.console.port.Events;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Trace;
import org.liaison.console.port.Traffic;

/// Everything that the console looks at and may do, in one hand.
record Views(
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
        Events events) {}
