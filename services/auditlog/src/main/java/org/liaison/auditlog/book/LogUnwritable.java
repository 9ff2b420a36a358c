package org.liaison.auditlog.book;

/// The log takes no entries now. The message is for the operator: what happened and what to do.
public final class LogUnwritable extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogUnwritable(String message) {
        super(message);
    }

    LogUnwritable(String message, Throwable cause) {
        super(message, cause);
    }
}
