package org.liaison.routes.gateway;

/// The hub's broker cannot be reached, or did not confirm. Nothing is lost by it: what was to be sent stays in the
/// outbox, what was to be fetched stays in the mailbox.
public final class BrokerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
