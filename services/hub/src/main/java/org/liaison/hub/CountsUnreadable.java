package org.liaison.hub;

/// The database did not give what is needed for counting. Post is not affected.
final class CountsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    CountsUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
