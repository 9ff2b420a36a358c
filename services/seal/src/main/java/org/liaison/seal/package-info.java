/// Closing a letter so that only its addressees can open it and everyone can tell who closed it.
///
/// Way in: [Sealer] closes, [Opener] opens, [SealExaminer] says who signed; [KeyFile] and
/// [TrustStore] are what they work with; [CertificateProfile] is the table of what a certificate
/// may be used for.
/// Rule of this room: sign first, then encrypt; the algorithms are chosen here and nowhere else;
/// what does not follow the profile to the letter is refused, whatever the library below would let
/// pass.
/// Never here: queues, databases, Spring, Camel, the current time (it is passed in). Files are read
/// in three places only: [Password], [KeyFile], [TrustStore].
@NullMarked
package org.liaison.seal;

import org.jspecify.annotations.NullMarked;
