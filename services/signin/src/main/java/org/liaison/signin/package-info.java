/// Who may come in: persons, what they may do for which authority, how they prove who they are, and how long
/// that holds.
///
/// Way in: [SignInWiring], which a house imports; [Person] as a parameter of any controller's method. Rule of
/// this room: whoever is not let in learns nothing, not even whether a name exists; what lets somebody in is
/// stored as a digest or a public key, and is stored before it counts. Never here: what there is to see once
/// inside; each room asks [Person#may] itself.
@NullMarked
package org.liaison.signin;

import org.jspecify.annotations.NullMarked;
