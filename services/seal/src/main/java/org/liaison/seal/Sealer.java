package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;

/// Closes a letter: sign first, then encrypt. `DESIGN.md` beside this module counts the steps.
public final class Sealer {

    private Sealer() {}

    /// `content` is what travels: AuthEnvelopedData. `signedLetter` is the SignedData inside, for the sender to keep.
    public record Sealed(Bytes content, Bytes signedLetter) {}

    /// `recipients` are the encryption certificates of `letter.to()`, in the same order, as the
    /// directory in force gives them. A list that does not fit the letter is our own mistake:
    /// [IllegalArgumentException].
    public static Sealed close(Letter letter, Signer signer, List<X509Certificate> recipients, Instant at) {
        check(letter, signer, recipients);
        Bytes text = LetterText.write(letter);
        if (!LetterText.read(text).equals(Optional.of(letter)))
            throw new IllegalArgumentException("this letter cannot be written so that its reader gets it back");
        Bytes signedLetter = signer.sign(text, Strength.of(letter.suite()), at);
        return new Sealed(ContentLock.lock(SignedLetter.wrap(signedLetter), recipients, letter.suite()), signedLetter);
    }

    private static void check(Letter letter, Signer signer, List<X509Certificate> recipients) {
        String from = letter.from().toString();
        if (!CertificateProfile.AUTHORITY_SIGN
                .nameIn(signer.certificate())
                .filter(from::equals)
                .isPresent()) throw new IllegalArgumentException("the signer is not the sender, " + from);
        if (recipients.size() != letter.to().size())
            throw new IllegalArgumentException("not one certificate for each recipient");
        CertificateProfile profile = RecipientKind.of(letter.suite()).profile();
        for (int i = 0; i < recipients.size(); i++) {
            String to = letter.to().get(i).toString();
            X509Certificate certificate = recipients.get(i);
            profile.deviation(certificate).ifPresent(what -> {
                throw new IllegalArgumentException("the certificate of " + to + " is not for this suite: " + what);
            });
            if (!profile.nameIn(certificate).filter(to::equals).isPresent())
                throw new IllegalArgumentException("a certificate that is not that of " + to);
        }
    }
}
