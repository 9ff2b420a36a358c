/// What wakes somebody up: rules over what the console sees, and telling people once.
///
/// Way in: [Watchman].
/// Rule of this room: judging ([Rules]) is a function of a [Survey]; what was found is durable in
/// the [AlertBook] before anybody is told; of one cause people are told once until it has cleared.
/// Never here: SQL, content, personal data.
@NullMarked
package org.liaison.console.alert;

import org.jspecify.annotations.NullMarked;
