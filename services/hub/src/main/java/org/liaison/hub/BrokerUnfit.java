package org.liaison.hub;

/// The broker cannot be relied on: it is away, or it would drop messages. For the operator.
final class BrokerUnfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerUnfit(String message) {
        super(message);
    }

    BrokerUnfit(String message, Throwable cause) {
        super(message, cause);
    }
}
