/// What the operators' console looks at and may do: its ports, fulfilled by the hub.
///
/// Way in: [Traffic], [Routes], [Mailboxes], [Quarantine], [Trace], [Certificates],
/// [SnapshotShelf], [LogBook], [Changes], [Events], [Gateways], [Alerts]. Rule of this room: every port
/// gives figures, ids and names from slips and evidence, never content, which the hub cannot
/// have; whatever changes something names a person and a reason and is in the audit log before it
/// takes effect. Never here: HTTP, SQL, the broker, Camel.
@NullMarked
package org.liaison.console.port;

import org.jspecify.annotations.NullMarked;
