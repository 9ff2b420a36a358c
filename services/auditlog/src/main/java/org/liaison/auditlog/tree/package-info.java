/// The Merkle tree of RFC 9162 §2.1, over bytes: hashing, proofs and their verification, and
/// nothing that stores them.
///
/// Way in: [Hashing] and [Proofs] for who writes a log, [InclusionCheck] and [ConsistencyCheck] for
/// who checks one.
/// Rule of this room: each method is transcribed from the RFC, with its section and step numbers,
/// in their order.
/// Never here: entries, signatures, databases. Whoever verifies uses nothing that whoever proves
/// uses, save [Hashing].
@NullMarked
package org.liaison.auditlog.tree;

import org.jspecify.annotations.NullMarked;
