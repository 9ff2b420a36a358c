/// What a gateway says of itself, and how the hub asks whether it is there. Nothing of this is
/// post.
///
/// Way in: [SignOfLife] (what a gateway sends), [Probe] (what it is asked). Rule of this room:
/// figures and states of machines only. No case, no message, no person, no text of a fault; a
/// sender that is wrong or hostile can fill no more than a small, bounded record. Never here: who
/// sent it (the address tells, to which only one certificate may send), queues, the current time.
@NullMarked
package org.liaison.message.report;

import org.jspecify.annotations.NullMarked;
