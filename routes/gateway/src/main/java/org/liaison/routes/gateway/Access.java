package org.liaison.routes.gateway;

import java.time.Clock;
import java.time.Instant;

/// A person opens a message, and the sender will hear of it.
final class Access {

    private final Inbox inbox;
    private final Statements statements;
    private final Clock clock;

    Access(Inbox inbox, Statements statements, Clock clock) {
        this.inbox = inbox;
        this.statements = statements;
        this.clock = clock;
    }

    Inbox.Access open(OpenRequest request) {
        Instant now = clock.instant();
        return inbox.open(request.id(), request.recipient(), now, copy -> statements.access(copy, now));
    }
}
