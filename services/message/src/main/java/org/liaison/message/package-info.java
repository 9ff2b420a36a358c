/// What travels between desks, and nothing about how: ids, slips, letters, envelopes, evidence, reasons.
///
/// Way in: [Slip] (what the hub may read), [Letter] (what it may not), [Wire] (the frames both ends exchange),
/// [Evidence] (a statement that an ERDS event happened).
/// Rule of this room: a value that exists is valid, and its bytes are the bytes that were signed.
/// Never here: keys, queues, files, databases, the current time. The normative text is `PROTOCOL.md` beside this
/// module.
@NullMarked
package org.liaison.message;

import org.jspecify.annotations.NullMarked;
