/// What may be said in a case: the kinds of message, what their forms must hold, who may see which part, and which
/// message may follow which.
///
/// Way in: [Forms] (is this form complete?), [Projection] (what may this recipient see?), [CaseView] (where does the
/// case stand, and what may come next?). The two state tables are in [Cases], the kinds in [Kinds], and `DESIGN.md`
/// beside this module has both as text.
/// Rule of this room: every refusal is a sentence for an officer, with the field, the article behind it and the way
/// to mend it; no sentence quotes what a form says.
/// Never here: sealing, queues, files, the current time (it is passed in).
@NullMarked
package org.liaison.casework;

import org.jspecify.annotations.NullMarked;
