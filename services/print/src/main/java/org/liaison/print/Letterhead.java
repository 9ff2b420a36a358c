package org.liaison.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;

/// What stands above the form: who wrote to whom, when, and whether the signature holds. Handling codes and the rest
/// appear only where the message has them.
public record Letterhead(
        MessageId message,
        CaseId caseId,
        Party from,
        List<Party> to,
        Instant written,
        Optional<Instant> due,
        boolean urgent,
        List<String> handling,
        Optional<Signature> signature,
        List<Enclosure> enclosures) {

    public Letterhead {
        to = List.copyOf(to);
        handling = List.copyOf(handling);
        enclosures = List.copyOf(enclosures);
    }

    /// An authority, with its name where the directory has one.
    public record Party(AuthorityCode code, Optional<String> name) {}

    /// What checking the signature proved at the time of printing.
    public record Signature(boolean verified, String signer, Instant at) {}

    /// An attached file; its digest lets a reader compare a file in hand with the one that was signed.
    public record Enclosure(String name, long bytes, Digest digest) {}
}
