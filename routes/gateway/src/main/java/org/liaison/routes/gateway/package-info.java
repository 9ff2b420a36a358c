/// What happens to a message at a gateway: composing and sending on one side, receiving and
/// answering on the other, and the evidence that comes back.
///
/// Way in: [GatewayRoutes].
/// Rule of this room: durable before visible. An outgoing letter is in the outbox before its
/// officer hears of it; an incoming one is in the inbox, with its answer, before the broker is told
/// that it arrived.
/// Never here: SQL, the broker, Spring, files. What the routes need of them stands here as ports
/// ([Outbox], [Inbox], [Casebook], [EvidenceBook], [Register], [Keyring], [Carrier], [SetAside]),
/// which the house fulfils.
@NullMarked
package org.liaison.routes.gateway;

import org.jspecify.annotations.NullMarked;
