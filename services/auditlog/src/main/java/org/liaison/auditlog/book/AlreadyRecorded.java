package org.liaison.auditlog.book;

import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.MessageId;

/// These messages were answered before, or twice in one batch. Nothing of the batch was recorded; look the
/// earlier answers up with [Book#submissions], leave these messages out and append the rest.
public final class AlreadyRecorded extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Set<MessageId> messages;

    AlreadyRecorded(Set<MessageId> messages) {
        super("already answered: " + new TreeSet<>(messages));
        this.messages = Set.copyOf(messages);
    }

    public Set<MessageId> messages() {
        return messages;
    }
}
