package org.liaison.database;

/// The database cannot be worked with. The message is for the operator: what is wrong and what to do about it.
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseUnusable(String message) {
        super(message);
    }

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
