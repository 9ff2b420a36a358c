package org.liaison.routes.gateway;

import org.liaison.casework.course.Meaning;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.EventReason;
import org.liaison.message.Letter;
import org.liaison.message.Slip;

/// A delivery whose receipt, slip and addressee are genuine, and what came of opening it.
///
/// `acceptance` is the hub's evidence that it took the message, `signedSlip` and `sealed` are the bytes as carried.
public record Received(
        Arrival arrival,
        AuthorityCode recipient,
        Slip slip,
        Bytes signedSlip,
        Bytes sealed,
        Proofs.Proven acceptance,
        Content content) {

    public sealed interface Content {

        /// `signedLetter` is the proof of who wrote the letter; `meaning` is what it says for its case.
        record Legible(Letter letter, Bytes signedLetter, Meaning meaning) implements Content {}

        record Illegible(EventReason reason) implements Content {}
    }
}
