package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.Priority;

/// What an officer hands in: a form and where it should go. Nothing about it has been checked yet.
public record Draft(
        AuthorityCode from,
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

    Draft dueAt(Optional<Instant> moment) {
        return new Draft(from, to, form, attachments, caseId, priority, moment, handling);
    }

    /// The same, with as much of form and attachments as is really sent.
    Draft with(Bytes otherForm, List<Attachment> otherAttachments) {
        return new Draft(from, to, otherForm, otherAttachments, caseId, priority, due, handling);
    }
}
