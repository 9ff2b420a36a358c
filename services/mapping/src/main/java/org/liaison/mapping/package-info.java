/// Forms in the words of other systems, and theirs in ours.
///
/// Way in: [Crosswalk]. Which field is which, and what is lost on the way, is data: one table for each standard, beside
/// this package; `DESIGN.md` has the same tables for people, and a test compares the two.
/// Rule of this room: nothing is lost silently, and no name of a foreign field is made up.
/// Never here: sending, files, network, the current time.
@NullMarked
package org.liaison.mapping;

import org.jspecify.annotations.NullMarked;
