package org.liaison.message;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Names one message for ever: a UUID of version 7 (RFC 9562 §5.7), chosen by the sending gateway.
public record MessageId(UUID value) implements Comparable<MessageId> {

    private static final SecureRandom RANDOM = new SecureRandom();

    public MessageId {
        if (value.version() != 7 || value.variant() != 2)
            throw new IllegalArgumentException("a message id is a UUID of version 7: " + value);
    }

    public static MessageId next(Instant now) {
        return new MessageId(uuid7(now));
    }

    /// Reads `0198f3c2-...`; refuses any other spelling with [IllegalArgumentException].
    public static MessageId parse(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) throw new IllegalArgumentException("not a lower-case UUID: " + text);
        return new MessageId(uuid);
    }

    static UUID uuid7(Instant now) {
        long random = RANDOM.nextLong();
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random & 0x0fffL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3fffffffffffffffL);
        return new UUID(high, low);
    }

    @Override
    public int compareTo(MessageId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
