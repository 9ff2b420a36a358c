/// A form or a case on paper: a tagged PDF, in the language of whoever reads it.
///
/// Way in: [Press#print], for a form ([Printout]) or what is none ([Extract]); screens take
/// their words for titles and codes from [Labels] and [Wording], and for whole sentences from
/// [Sentences].
///
/// Rule of this room: what the form says is text and nothing but text, and no byte comes from
/// outside the program. What cannot be put on paper is said so on the paper.
///
/// Never here: who may print (the caller knows), the current time (the letterhead has the times),
/// files, network.
@NullMarked
package org.liaison.print;

import org.jspecify.annotations.NullMarked;
