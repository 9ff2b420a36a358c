package org.liaison.message;

import java.time.Instant;
import java.util.List;

/// What one authority tells others: a form (JSON) and its attachments, under the headers that the recipient compares
/// with the slip, so that nobody can put a letter under another slip.
public record Letter(
        MessageId id,
        CaseId caseId,
        MessageKind kind,
        AuthorityCode from,
        List<AuthorityCode> to,
        Instant created,
        Suite suite,
        Bytes form,
        List<Attachment> attachments) {

    public Letter {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /// Whether this letter is the one that `slip` announces.
    public boolean belongsTo(Slip slip) {
        return id.equals(slip.id())
                && caseId.equals(slip.caseId())
                && kind.equals(slip.kind())
                && from.equals(slip.from())
                && to.equals(slip.to())
                && created.equals(slip.created())
                && suite == slip.suite();
    }
}
