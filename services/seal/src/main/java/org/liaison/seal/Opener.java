package org.liaison.seal;

import java.time.Instant;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
public final class Opener {

    private final SealExaminer examiner;

    public Opener(SealExaminer examiner) {
        this.examiner = examiner;
    }

    public Opening open(Bytes content, Decryptor decryptor, Suite suite, int recipientCount, Instant now) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }

    /// Reads a letter that was opened before and kept.
    public Opening read(Bytes signedLetter, Suite suite, Instant now) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
