/// Keys that sign notes (C2SP signed-note): those of the log, and those of its witnesses.
///
/// Way in: [NoteKey].
/// Rule of this room: a signature is verified before anybody sees it.
/// Never here: what is signed and why; checking what others signed.
@NullMarked
package org.liaison.auditlog.note;

import org.jspecify.annotations.NullMarked;
