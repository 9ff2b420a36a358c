package org.liaison.auditlog.book;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.MessageId;

/// An entry that has no index yet: its bytes, its salt and the commitment that will be its leaf.
record Draft(Entry entry, Bytes json, Bytes salt, Digest commitment) {

    static final Set<Event> SUBMISSIONS = Set.of(Event.SUBMISSION_ACCEPTANCE, Event.SUBMISSION_REJECTION);

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Drafts of a batch. Refuses one that answers a message twice.
    static List<Draft> of(List<Entry> entries) {
        Set<MessageId> answered = new HashSet<>();
        Set<MessageId> twice = new HashSet<>();
        for (Entry entry : entries)
            submission(entry).filter(message -> !answered.add(message)).ifPresent(twice::add);
        if (!twice.isEmpty()) throw new AlreadyRecorded(twice);
        return entries.stream().map(Draft::of).toList();
    }

    private static Draft of(Entry entry) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        Bytes json = entry.toJson();
        return new Draft(entry, json, Bytes.owned(salt), Row.commitment(Bytes.of(salt), json));
    }

    /// The message that this entry answers, if it answers one.
    Optional<MessageId> submission() {
        return submission(entry);
    }

    private static Optional<MessageId> submission(Entry entry) {
        return SUBMISSIONS.contains(entry.event()) ? entry.messageId() : Optional.empty();
    }
}
