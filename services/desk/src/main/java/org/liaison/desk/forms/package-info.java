/// Guided forms: what an officer is asked, drawn from casework's schemas; what the officer has typed so far; what is
/// still wrong with it; and what each recipient will see of it.
///
/// Way in: [Questionnaire#of]. It reads what a page posts ([Questionnaire#read]), draws up the form
/// ([Questionnaire#draft]), checks it ([Questionnaire#check]) and makes the pages ([Questionnaire#page], [Preview#of]).
/// Rule of this room: nothing typed is lost and nothing is taken that was not asked. There is no second list of
/// fields: a question is there because a schema has it.
/// Never here: who may do what, where answers are kept, HTTP, the current time.
@NullMarked
package org.liaison.desk.forms;

import org.jspecify.annotations.NullMarked;
