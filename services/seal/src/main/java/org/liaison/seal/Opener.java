package org.liaison.seal;

import java.time.Instant;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Reason;
import org.liaison.message.Suite;
import org.liaison.seal.Opening.Opened;
import org.liaison.seal.Opening.Shut;

/// Opens letters. Nothing of a letter shows before its tag and its inner signatures are verified.
public final class Opener {

    private final SealExaminer examiner;

    public Opener(SealExaminer examiner) {
        this.examiner = examiner;
    }

    /// `suite` and `recipientCount` come from the signed slip; the message itself never chooses how it is checked. The
    /// caller still compares the letter with the slip ([Letter#belongsTo]).
    public Opening open(Bytes content, Decryptor decryptor, Suite suite, int recipientCount, Instant now) {
        Optional<Bytes> signedLetter =
                ContentLock.unlock(content, decryptor, suite, recipientCount).flatMap(SignedLetter::unwrap);
        if (signedLetter.isEmpty()) return new Shut(Reason.UNREADABLE_CONTENT);
        Opening opening = read(signedLetter.get(), suite, now);
        if (opening instanceof Opened opened && !addressed(opened.letter(), decryptor, recipientCount))
            return new Shut(Reason.LETTER_NOT_OF_SLIP);
        return opening;
    }

    /// Reads a letter that was opened before and kept, as it stood at `now`.
    public Opening read(Bytes signedLetter, Suite suite, Instant now) {
        return switch (examiner.examine(signedLetter, Strength.of(suite), now)) {
            case Finding.Broken(Flaw flaw) -> new Shut(flaw.reason());
            case Finding.Genuine genuine -> {
                Optional<Letter> letter = LetterText.read(genuine.content());
                if (letter.isEmpty()) yield new Shut(Reason.UNREADABLE_CONTENT);
                if (!writtenBy(genuine.signatory(), letter.get())) yield new Shut(Reason.WRONG_SIGNER);
                if (letter.get().suite() != suite) yield new Shut(Reason.LETTER_NOT_OF_SLIP);
                yield new Opened(letter.get(), signedLetter, genuine.signatory());
            }
        };
    }

    private static boolean writtenBy(Signatory signatory, Letter letter) {
        return signatory.role() == Role.AUTHORITY
                && signatory.name().equals(letter.from().toString());
    }

    /// A letter that its reader is not named in was written to somebody else and passed on under a false address.
    private static boolean addressed(Letter letter, Decryptor decryptor, int recipientCount) {
        return letter.to().size() == recipientCount
                && CertificateProfile.AUTHORITY_ENCRYPT
                        .nameIn(decryptor.certificate())
                        .filter(name -> letter.to().stream()
                                .anyMatch(to -> to.toString().equals(name)))
                        .isPresent();
    }
}
