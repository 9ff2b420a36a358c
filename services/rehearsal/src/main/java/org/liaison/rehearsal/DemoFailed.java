package org.liaison.rehearsal;

/// The demo cannot go on. The message says what happened and what to do.
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoFailed(String message) {
        super(message);
    }

    public DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
