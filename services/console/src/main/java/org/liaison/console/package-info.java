/// The operators' web application. Mounted by the hub on a port of its own, never on the public log's.
///
/// Way in: [ConsoleWiring]. Rule of this room: it shows what its ports ([org.liaison.console.port]) tell,
/// and does nothing that they do not record first; reading takes a role at the hub, intervening takes the
/// role of an officer or a supervisor there. Never here: SQL, the broker, Camel, content.
@NullMarked
package org.liaison.console;

import org.jspecify.annotations.NullMarked;
