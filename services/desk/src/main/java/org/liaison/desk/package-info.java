/// The desk: the web application in which officers read, write and answer.
///
/// Way in: [DeskWiring], which the gateway imports.
/// Rule of this room: what a case allows is asked of casework, never worked out again here; every question to a port
/// names the authorities for which the person who asks may read.
/// Never here: keys, seals, databases, the way of a message.
@NullMarked
package org.liaison.desk;

import org.jspecify.annotations.NullMarked;
