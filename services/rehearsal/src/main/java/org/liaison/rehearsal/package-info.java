/// Hub and gateways together: the demo that anyone can run, and the folder in which it keeps its state.
///
/// Way in: [Demo].
/// Rule of this room: it uses the programs as people do, by their configuration files and their REST interface.
/// Never here: anything that a program in service needs.
@NullMarked
package org.liaison.rehearsal;

import org.jspecify.annotations.NullMarked;
