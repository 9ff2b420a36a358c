package org.liaison.auditlog.book;

/// The log cannot be looked into now. The message is for the operator.
public final class LogUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
