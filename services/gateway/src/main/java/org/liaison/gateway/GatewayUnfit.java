package org.liaison.gateway;

/// The gateway lacks something that it cannot work without. The message is for the operator on duty.
final class GatewayUnfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    GatewayUnfit(String message) {
        super(message);
    }

    GatewayUnfit(String message, Throwable cause) {
        super(message, cause);
    }
}
