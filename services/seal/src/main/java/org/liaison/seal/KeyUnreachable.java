package org.liaison.seal;

/// Our own keys, passwords or trusted certificates cannot be used. For the operator: the message
/// names the file and what to do, never a secret.
public final class KeyUnreachable extends RuntimeException {

    KeyUnreachable(String message) {
        super(message);
    }

    KeyUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
