/// Watching a log, and saying over one's own signature that it only grew.
///
/// Way in: [Witness]. Rule of this room: a checkpoint is cosigned only after it was found to
/// have grown out of the last one, and after that finding is durable. What would show otherwise
/// is never cosigned. Never here: who keeps the log, the network, the current time (it is passed
/// in).
@NullMarked
package org.liaison.auditlog.witness;

import org.jspecify.annotations.NullMarked;
