package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.report.RouteState;

/// The routes of the hub, and stopping one for a while.
public interface Routes {

    List<Route> all();

    /// Stops a route until `until`, when it goes on by itself, also if the hub was started anew in between. The entry
    /// in the audit log comes first.
    Answer pause(String route, Instant until, Operator by, Grounds why);

    /// Lets a route go on before its time.
    Answer resume(String route, Operator by, Grounds why);

    /// A batch of messages is one exchange; `lastMinute` counts those of the last full minute.
    /// `failed` counts those in which something of ours failed, also when it was dealt with;
    /// `lastFailure` says when and of which class, never with which text.
    record Route(
            String id,
            boolean pausable,
            boolean running,
            Optional<Pause> pause,
            long exchanges,
            long lastMinute,
            long failed,
            long inFlight,
            Optional<RouteState.Failure> lastFailure) {}

    record Pause(String route, Instant since, Instant until, Operator by, Grounds why) {}
}
