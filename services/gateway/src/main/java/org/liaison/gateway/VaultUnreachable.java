package org.liaison.gateway;

/// What lies in the database cannot be closed or opened. The message is for the operator on duty.
final class VaultUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    VaultUnreachable(String message) {
        super(message);
    }

    VaultUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
