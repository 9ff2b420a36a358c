package org.liaison.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;

/// What a case remembers of a message, whatever becomes of its content.
public record Fact(MessageId id, Instant created, AuthorityCode from, List<AuthorityCode> to, Event event) {

    /// By the time the message was created, then by its id: the same order for everybody.
    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::created).thenComparing(Fact::id);

    public Fact {
        to = List.copyOf(to);
    }

    /// Empty where the form is not one of its kind.
    public static Optional<Fact> of(Letter letter) {
        return Event.of(letter.kind(), letter.form())
                .map(event -> new Fact(letter.id(), letter.created(), letter.from(), letter.to(), event));
    }
}
