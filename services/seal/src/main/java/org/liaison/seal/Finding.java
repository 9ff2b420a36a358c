package org.liaison.seal;

import java.time.Instant;
import org.liaison.message.Bytes;

/// What an examiner can say about a seal. There is no third answer.
public sealed interface Finding {

    /// `signatory` signed exactly `content`, by its own clock at `signedAt`.
    record Genuine(Bytes content, Signatory signatory, Instant signedAt) implements Finding {}

    record Broken(Flaw flaw) implements Finding {}
}
