/// The gateway: the program at a national site that holds the keys of its authorities, speaks REST
/// with their programs and CORE with the hub.
///
/// Way in: [GatewayProgram].
/// Rule of this house: it wires and stores; what happens to a message is decided in `routes/gateway`.
/// Letters lie here only under the key of their case.
/// Never here: the hub's code. Hub and gateway meet in the plain rooms, as two states would.
@NullMarked
package org.liaison.gateway;

import org.jspecify.annotations.NullMarked;
