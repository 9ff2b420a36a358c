package org.liaison.message;

/// Which lane a message takes. Routine traffic never delays an urgent message.
public enum Priority {
    ROUTINE,
    URGENT
}
