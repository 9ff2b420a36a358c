/// The one command of this house, `liaison`: what officers, administrators and operators type.
///
/// Way in: [Liaison].
/// Rule of this room: a command asks, prints and says by its exit code what happened; it decides nothing.
/// Never here: rules of cases, cryptography, queues.
@NullMarked
package org.liaison.cli;

import org.jspecify.annotations.NullMarked;
