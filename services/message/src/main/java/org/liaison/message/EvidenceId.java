package org.liaison.message;

import java.time.Instant;
import java.util.UUID;

/// Names one piece of evidence (ETSI EN 319 522 `evidenceIdentifier`): a UUID of version 7.
public record EvidenceId(UUID value) {

    public static EvidenceId next(Instant now) {
        return new EvidenceId(MessageId.uuid7(now));
    }

    public static EvidenceId parse(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
