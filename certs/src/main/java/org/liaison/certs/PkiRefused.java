package org.liaison.certs;

/// The tool did not do what it was asked to do. The message says why and what to do, for the person at the keyboard.
public final class PkiRefused extends RuntimeException {

    PkiRefused(String message) {
        super(message);
    }

    PkiRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
