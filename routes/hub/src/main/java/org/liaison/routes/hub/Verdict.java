package org.liaison.routes.hub;

import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.message.EventReason;
import org.liaison.message.GatewayCode;
import org.liaison.message.Slip;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.Post.Brought;

/// The hub's answer to an envelope.
sealed interface Verdict {

    /// Goes to every recipient; the sender is told.
    record Accepted(Brought brought, Slip slip, Authority sender, List<Authority> recipients) implements Verdict {
        public Accepted {
            recipients = List.copyOf(recipients);
        }
    }

    /// The sender is who the slip says, and gets this answer once and for all: its message id is used up.
    record Refused(Brought brought, Slip slip, EventReason why, Mailbox answerTo) implements Verdict {}

    /// Nobody proved to be the sender. The answer goes to whoever brought it and does not use up the message id, or
    /// anybody could spoil the messages of others.
    record Doubted(Brought brought, Slip slip, EventReason why, Mailbox answerTo) implements Verdict {}

    /// A message id that was answered before, now with other content: a security incident.
    record Contradicted(Brought brought, Slip slip, EventReason why, Mailbox answerTo) implements Verdict {}

    /// The same message as before: the same answer again, and no new entry.
    record Repeated(Brought brought, Slip slip, Earlier earlier, Mailbox answerTo) implements Verdict {}

    /// The same message twice in one batch: the answer is the one that its first copy gets.
    record Echoed(Brought brought, Slip slip, Mailbox answerTo) implements Verdict {}

    /// Bytes that name no sender.
    record Unreadable(GatewayCode gateway, Optional<String> claimedId, EventReason why) implements Verdict {}
}
