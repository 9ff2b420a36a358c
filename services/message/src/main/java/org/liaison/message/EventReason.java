package org.liaison.message;

/// A reason on a record that something went no further. `details` adds what this message in particular got wrong; it
/// names fields and limits and never quotes content.
public record EventReason(Reason reason, String details) {

    public EventReason {
        // A database keeps no such character.
        details = details.replace('\u0000', '\uFFFD');
        if (details.length() > 4000) details = details.substring(0, 3997) + "...";
    }

    public EventReason(Reason reason) {
        this(reason, reason.sentence());
    }
}
