/// The course of a case: which message may follow which, where the case stands, and what is due when.
///
/// Way in: [CaseView] (where does the case stand, and what may come next?) and [Deadlines] (who must act until
/// when?). There is one class for each family of messages, with its table ([Assistance], [Referral], ...);
/// [Courses] lists them, and `COURSES.md` beside this module is drawn from them. Rule of this room: the state
/// of a case is worked out from its signed messages alone, so that both sides see the same in whatever order
/// these arrived. Never here: what a form must hold, the current time (it is passed in).
@NullMarked
package org.liaison.casework.course;

import org.jspecify.annotations.NullMarked;
