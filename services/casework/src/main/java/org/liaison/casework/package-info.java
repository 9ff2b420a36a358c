/// What may be said in a case: the kinds of message, what their forms must hold, and who may see which part. Which
/// message may follow which, and until when, is the matter of the package `course`.
///
/// Way in: [Forms] (is this form complete?) and [Projection] (what may this recipient see?). The kinds are in [Kinds];
/// `DESIGN.md` beside this module says how it works.
/// Rule of this room: every refusal is a sentence for an officer, with the field, the article behind it and the way
/// to mend it; no sentence quotes what a form says.
/// Never here: sealing, queues, files, the current time (it is passed in).
@NullMarked
package org.liaison.casework;

import org.jspecify.annotations.NullMarked;
