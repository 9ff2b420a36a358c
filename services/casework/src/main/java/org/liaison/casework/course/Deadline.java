package org.liaison.casework.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;

/// A clock that runs in one case.
///
/// `due` is absent while it stands still: how long that takes is for the other side to end. `binding` tells a deadline
/// from a target. `reminders` are the moments at which `mustAct` is reminded; at `due` the contact point is told, and
/// with it whoever the directory names above it.
public record Deadline(
        String clock,
        Actor actor,
        List<AuthorityCode> mustAct,
        Instant started,
        Optional<Instant> due,
        boolean binding,
        List<Instant> reminders,
        String source) {

    public Deadline {
        mustAct = List.copyOf(mustAct);
        reminders = List.copyOf(reminders);
    }

    public boolean paused() {
        return due.isEmpty();
    }

    public boolean missed(Instant now) {
        return due.filter(end -> !now.isBefore(end)).isPresent();
    }
}
