/// The running hub: one broker, one log, one flow, a page for whoever wants to read the log's tiles.
///
/// Way in: [HubProgram]. Wiring: `HubWiring` and `OperationsWiring`, and nowhere else.
/// Configuration: [HubSettings]. Rule of this house: it holds keys that sign and none that open;
/// a lane acknowledges post only in the transaction that sends the answers. Never here: a
/// decision about a message. Those are made in `routes/hub`.
@NullMarked
package org.liaison.hub;

import org.jspecify.annotations.NullMarked;
