package org.liaison.seal;

import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Reason;

/// What came of opening a letter. Until it is [Opened] nobody has seen a byte of it.
public sealed interface Opening {

    /// `signedLetter` is the inner SignedData as it arrived: keep it, it is the proof of who wrote the letter.
    record Opened(Letter letter, Bytes signedLetter, Signatory signatory) implements Opening {}

    /// Everything that fails before the content's tag is verified is one and the same UNREADABLE_CONTENT, so that the
    /// answer tells an attacker nothing about keys. What fails afterwards concerns only who made the letter.
    record Shut(Reason reason) implements Opening {

        public String sentence() {
            return reason.sentence();
        }
    }
}
