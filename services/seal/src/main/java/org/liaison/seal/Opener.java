package org.liaison.seal;

import java.time.Instant;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// stub
@SuppressWarnings("UnusedVariable")
public final class Opener {

    private final SealExaminer examiner;

    public Opener(SealExaminer examiner) {
        this.examiner = examiner;
    }

    public Opening open(Bytes content, Decryptor decryptor, Suite suite, int recipientCount, Instant now) {
        throw new UnsupportedOperationException("in work");
    }

    /// Reads a letter that was opened before and kept.
    public Opening read(Bytes signedLetter, Suite suite, Instant now) {
        throw new UnsupportedOperationException("in work");
    }
}
