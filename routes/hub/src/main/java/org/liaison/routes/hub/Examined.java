package org.liaison.routes.hub;

import java.time.Instant;
import org.liaison.directory.Authority;
import org.liaison.message.Bytes;
import org.liaison.message.Slip;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.Post.Brought;

/// What is known of an envelope once its sender's identity was looked into.
sealed interface Examined {

    /// `sender` signed `signed`, which reads as `slip`, by its own clock at `signedAt`; its gateway brought it.
    record Proven(Brought brought, Slip slip, Bytes signed, Instant signedAt, Authority sender) implements Examined {

        Mailbox answerTo() {
            return Mailbox.of(sender);
        }
    }

    /// It went no further.
    record Settled(Verdict verdict) implements Examined {}
}
