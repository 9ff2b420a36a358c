package org.liaison.routes.hub;

import java.util.Optional;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.Post.Told;

/// What the hub makes of a statement about a message.
sealed interface Account {

    /// A recipient of an accepted message says what became of it. The sender is told.
    record Believed(Told told, Evidence evidence, Earlier about) implements Account {}

    /// The same statement as before: the same receipt again, and no new entry.
    record ToldBefore(Evidence evidence, Earlier about, Receipt receipt) implements Account {}

    /// Not from a recipient, or not about a message that was accepted: a security incident. The sender is not told;
    /// whoever brought it is.
    record Disbelieved(Told told, Optional<MessageId> about, String why, Mailbox answerTo) implements Account {}
}
