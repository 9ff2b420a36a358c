/// Who can be written to, and who may write what to whom: two snapshots that two administrators signed.
///
/// Way in: [Directory] (authorities, contact points, certificates), [Rulebook] (asked for a [Decision]), [Snapshots]
/// (from a signed file to one of the two).
/// Rule of this room: what is not written is not permitted, and a snapshot never gives way to an older one.
/// Never here: cryptography (a signature check is passed in as a function), files, the current time.
@NullMarked
package org.liaison.directory;

import org.jspecify.annotations.NullMarked;
