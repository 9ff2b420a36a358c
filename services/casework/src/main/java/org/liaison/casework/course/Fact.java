package org.liaison.casework.course;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;

/// What a case remembers of a message, whatever becomes of its content.
///
/// `due` is the time by which its slip asks for an answer; `marks` are the few dates and codes of the form that move
/// clocks (see [Course#marks]). Neither holds anything about a person.
public record Fact(
        MessageId id,
        Instant created,
        AuthorityCode from,
        List<AuthorityCode> to,
        Event event,
        Priority priority,
        Optional<Instant> due,
        Map<String, String> marks) {

    /// The mark that every form with a legal basis leaves: its code.
    static final String BASIS = "basis";

    /// By the time the message was created, then by its id: the same order for everybody.
    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::created).thenComparing(Fact::id);

    public Fact {
        to = List.copyOf(to);
        marks = Map.copyOf(marks);
    }

    /// Empty where the form says nothing that the course of its case knows.
    public static Optional<Fact> of(Slip slip, Letter letter) {
        return Courses.meaning(letter.caseId(), letter.kind(), letter.form()).map(meaning -> of(slip, meaning));
    }

    /// The code of the legal basis that the form names.
    public Optional<String> legalBasis() {
        return Optional.ofNullable(marks.get(BASIS));
    }

    public static Fact of(Slip slip, Meaning meaning) {
        return new Fact(
                slip.id(),
                slip.created(),
                slip.from(),
                slip.to(),
                meaning.event(),
                slip.priority(),
                slip.due(),
                meaning.marks());
    }
}
