/// What may be known about many cases without anything being known about one.
///
/// Way in: [Coding] makes coded facts of messages, [Gate] lets figures out; a [Release] is the only way out.
/// Rule of this room: facts hold codes and never words; every figure that leaves is a sum of groups of at least eleven
/// cases that are formed once and never again. Why that is safe is in `DESIGN.md`.
/// Never here: Spring, Camel, databases, the current time (it is passed in), names, case ids.
@NullMarked
package org.liaison.statistics;

import org.jspecify.annotations.NullMarked;
