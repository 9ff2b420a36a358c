package org.liaison.console.port;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What an operator is told, before it is put into words: the console says it in the language and zone of who reads it,
/// under `console.said`. `about` are names, numbers, moments, codes and [Word]s, in the order in which the words take
/// them; never a text to be read.
public record Said(What what, List<Object> about) {

    public enum What {
        /// What an action was answered.
        PAUSED,
        GOES_ON,
        NOT_PAUSABLE,
        PAUSE_TOO_LONG,
        PAUSE_MINUTES,
        NOT_PAUSED,
        REASON,
        NO_MESSAGE,
        TOO_MANY,
        NOT_IN_QUARANTINE,
        QUARANTINE_UNREAD,
        SECOND_NEEDED,
        NOT_THE_FIRST,
        NOT_DONE,
        NOT_WAITING,
        RELEASED,
        RETURNED,
        DISCARDED,
        LOOKED_AFTER,
        NO_ALERT,
        NO_CHANNEL,
        TESTED_ALREADY,
        NO_GATEWAY,
        BROKER_AWAY,
        NOT_CONNECTED,
        NOT_LISTENING,
        NO_ANSWER,
        ANSWERED,
        LOG_READ_ALREADY,
        LOG_IS_READ,
        /// What an action would do.
        WOULD_RELEASE,
        WOULD_RETURN,
        WOULD_DISCARD,
        WOULD_STAY,
        /// What became of telling people.
        WEBHOOK_TOOK,
        WEBHOOK_STATUS,
        WEBHOOK_SILENT,
        WEBHOOK_LEFT,
        MAIL_TOOK,
        MAIL_REFUSED,
        /// What was changed.
        DID_PAUSE,
        DID_RESUME,
        PAUSE_ENDED,
        DID_DEAL,
        ASKED_TO_DEAL,
        CONFIRMED_TO_DEAL,
        DECLINED_TO_DEAL,
        DEALT_IN_PART,
        DID_TEST,
        DID_TAKE_OVER,
        DID_TEST_ALERTS,
        DID_READ_LOG,
        DID_BUNDLE,
        IN_FORCE,
        BROKER_BEGINS,
        BROUGHT,
        UNREADABLE,
        EVIDENCE_DOUBTED,
        CERTIFICATE,
        CERTIFICATES
    }

    /// Something that has words of its own, under this key.
    public record Word(String key) {}

    public Said {
        about = List.copyOf(about);
        for (Object one : about)
            if (!(one instanceof String
                    || one instanceof Long
                    || one instanceof Instant
                    || one instanceof Enum<?>
                    || one instanceof Word)) throw new IllegalArgumentException("this cannot be worded: " + one);
    }

    public static Said of(What what, Object... about) {
        return new Said(
                what,
                Arrays.stream(about)
                        .map(one -> one instanceof Integer number ? Long.valueOf(number) : one)
                        .toList());
    }
}
