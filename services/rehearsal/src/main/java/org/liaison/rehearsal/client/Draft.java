package org.liaison.rehearsal.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.Priority;

/// What an officer hands in to be sent.
public record Draft(
        AuthorityCode as,
        List<AuthorityCode> to,
        Bytes form,
        List<Attachment> attachments,
        Optional<CaseId> caseId,
        Priority priority,
        Optional<Instant> due,
        List<HandlingCode> handling) {

    public Draft {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        handling = List.copyOf(handling);
    }

    /// A routine message without a due date.
    public static Draft of(
            AuthorityCode as, AuthorityCode to, Bytes form, List<Attachment> attachments, Optional<CaseId> caseId) {
        return new Draft(as, List.of(to), form, attachments, caseId, Priority.ROUTINE, Optional.empty(), List.of());
    }
}
