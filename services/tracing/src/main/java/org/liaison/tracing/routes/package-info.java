/// How much goes through the Camel routes of a program, for whoever watches the machines.
///
/// Way in: [RouteCounts], which a house hangs on its Camel. Rule of this room: of a fault its class
/// is kept and nothing else, for its text may quote what was carried. Never here: what an exchange
/// carries.
@NullMarked
package org.liaison.tracing.routes;

import org.jspecify.annotations.NullMarked;
