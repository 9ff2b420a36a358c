/// Checking a log without trusting whoever keeps it.
///
/// Way in: [LogExaminer], with the log's public keys in [LogKeys]; [WitnessExaminer], with those
/// of its witnesses in [WitnessKeys], for who else has looked. Rule of this room: nothing of the
/// writer's is used but the verification in `auditlog.tree`; notes, keys and leaves are read
/// here by their published formats, so that a mistake in writing cannot excuse itself in
/// checking. Never here: private keys, databases, the network.
@NullMarked
package org.liaison.auditlog.check;

import org.jspecify.annotations.NullMarked;
