/// Who may: root, issuing authorities, certificates, revocation lists, and the register of all of them.
///
/// Way in: [Pki] for programs, [PkiCommand] for people.
/// Rule of this room: what a certificate may do stands in `certs/profiles`, reviewed as text; a certificate is in the
/// register before its key file exists; no file is ever overwritten.
/// Never here: messages, the network, a default password.
@NullMarked
package org.liaison.certs;

import org.jspecify.annotations.NullMarked;
