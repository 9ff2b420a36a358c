package org.liaison.auditlog.tree;

import org.liaison.message.Digest;

/// The hashes of complete subtrees, wherever they are kept.
@FunctionalInterface
public interface Nodes {

    /// The hash over the `2^level` leaves that begin with leaf `index * 2^level`. Asked only where all of these
    /// leaves exist.
    Digest at(int level, long index);
}
