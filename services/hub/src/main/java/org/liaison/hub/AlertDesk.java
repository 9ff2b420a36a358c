package org.liaison.hub;

import java.time.InstantSource;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.Alerts;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;

/// What operators do about alerts: the entry in the audit log first, then the row or the call.
record AlertDesk(AlertBook book, Watchman watchman, OperatorLog log, InstantSource clock) implements Alerts {

    /// What is no open alert's cause is not written into the log: it would be somebody's text there.
    @Override
    public Answer acknowledge(String cause, Operator by) {
        if (book.open().stream().noneMatch(alert -> alert.cause().equals(cause))) return cleared();
        long index = log.write("Look after the alert " + cause + "; by " + by);
        return book.acknowledge(cause, by, clock.instant())
                ? new Answer.Done(index, Said.of(What.LOOKED_AFTER, by.name()))
                : cleared();
    }

    private static Answer cleared() {
        return new Answer.Refused(Said.of(What.NO_ALERT));
    }

    @Override
    public Trial test(Operator by) {
        if (!watchman.hasChannels()) return new Trial.Refused(Said.of(What.NO_CHANNEL));
        long index = log.write("Send a test of the alerts; by " + by);
        return new Trial.Tried(index, watchman.test(clock.instant()));
    }
}
