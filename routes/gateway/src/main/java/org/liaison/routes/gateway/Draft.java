package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;

/// What an officer hands in: a form and where it should go. Nothing about it has been checked yet. `id` is given where
/// the same draft may be handed in again by somebody who does not know what became of it: it becomes one message at
/// most.
public record Draft(
        AuthorityCode from,
        List<AuthorityCode> to,
        Bytes form,
        List<Attachment> attachments,
        Optional<CaseId> caseId,
        Priority priority,
        Optional<Instant> due,
        List<HandlingCode> handling,
        Optional<MessageId> id) {

    /// A draft that is handed in once.
    public Draft(
            AuthorityCode from,
            List<AuthorityCode> to,
            Bytes form,
            List<Attachment> attachments,
            Optional<CaseId> caseId,
            Priority priority,
            Optional<Instant> due,
            List<HandlingCode> handling) {
        this(from, to, form, attachments, caseId, priority, due, handling, Optional.empty());
    }

    public Draft {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        handling = List.copyOf(handling);
    }

    Draft dueAt(Optional<Instant> moment) {
        return new Draft(from, to, form, attachments, caseId, priority, moment, handling, id);
    }

    /// The same, with as much of form and attachments as is really sent.
    Draft with(Bytes otherForm, List<Attachment> otherAttachments) {
        return new Draft(from, to, otherForm, otherAttachments, caseId, priority, due, handling, id);
    }
}
