/// A client of a gateway's REST interface: what the commands and the demo ask with on an officer's behalf.
///
/// Way in: [Desk]; [ClientFile] says where the gateways are.
/// Rule of this room: the interface is `openapi.yaml` of the gateway and nothing more; no class of the gateway is used,
/// so whatever works here works for a national case system too.
/// Never here: keys, forms' rules, databases.
@NullMarked
package org.liaison.rehearsal.client;

import org.jspecify.annotations.NullMarked;
