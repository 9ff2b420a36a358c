package org.liaison.hub;

import java.time.InstantSource;
import java.util.List;
import org.liaison.auditlog.book.Book;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.message.Entry;

/// Writes into the audit log what an operator is about to do. Durable when a method returns, so it is
/// called first.
final class OperatorLog {

    private final Book book;
    private final InstantSource clock;

    OperatorLog(Book book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /// Answers with the place in the log.
    long write(String what, Operator by, Grounds why) {
        return write(what + "; by " + by + "; because: " + why);
    }

    /// Something that was decided before and happens now.
    long write(String what) {
        return book.append(List.of(Entry.ofNote(Entry.Event.OPERATOR_ACTION, clock.instant(), what)))
                .getFirst()
                .proof()
                .index();
    }
}
