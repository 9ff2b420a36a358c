/// The book of the log: entries in one order, durable, under signed checkpoints.
///
/// Way in: [Book]. Three words are used in one sense only. *Written*: the entry is durable at its
/// index. *Integrated*: it is in the tree whose head the database holds. *Published*: a signed
/// checkpoint over that tree is durable and may be shown. `append` returns when all three are true.
/// Rule of this room: what may have been written is never taken back, so one size can never have
/// two signed roots.
/// Never here: what an entry means, who may read it, how a signature key is kept (a [LogSigner] is
/// passed in).
@NullMarked
package org.liaison.auditlog.book;

import org.jspecify.annotations.NullMarked;
