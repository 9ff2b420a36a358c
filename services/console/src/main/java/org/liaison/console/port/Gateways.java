package org.liaison.console.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.report.Report;

/// The gateways, as they report, and asking one whether it is there.
public interface Gateways {

    /// Every gateway of the directory in force, in the order of codes.
    List<Gateway> all();

    /// Tests the connection to a gateway, from the hub through the broker to its program and
    /// back. The entry in the audit log comes first. Returns when the gateway has answered or
    /// after ten seconds; [Gateway#tested] has the figures, and becomes [Stage#LATE] when an
    /// answer comes after all.
    Answer test(String gateway, Operator by);

    enum Standing {
        /// It has never reported. That is no trouble: its program may be an older one.
        UNHEARD,
        REPORTS,
        /// It has reported, and not lately.
        SILENT
    }

    /// `states`: whose authorities are there. `heard` outlives a restart of the hub, `last` and
    /// the one `before` it do not. `refused` counts what it sent since the hub's start that is no
    /// report.
    record Gateway(
            String code,
            List<String> states,
            Standing standing,
            Optional<Instant> heard,
            Optional<Heard> last,
            Optional<Heard> before,
            long refused,
            Optional<Tested> tested) {
        public Gateway {
            states = List.copyOf(states);
        }
    }

    /// A report and when it came.
    record Heard(Instant at, Report report) {

        /// By how much the gateway's clock is ahead; a few milliseconds behind is the way that
        /// the report took.
        public Duration clockAhead() {
            return Duration.between(at, report.clock());
        }
    }

    /// How far a test came.
    enum Stage {
        /// The hub itself did not reach its broker.
        BROKER_AWAY,
        /// Nobody at the gateway's end of the broker.
        NOT_CONNECTED,
        /// The gateway fetches post, and nobody there takes probes.
        NOT_LISTENING,
        /// The gateway is connected and said nothing in time.
        NO_ANSWER,
        /// The answer came, and too late.
        LATE,
        ANSWERED
    }

    /// How a gateway's clock is off.
    enum Clock {
        AHEAD,
        BEHIND
    }

    /// `entry`: where the test stands in the audit log.
    record Tested(Instant at, Operator by, long entry, Stage stage, Optional<Echoed> echoed) {}

    /// `clockAhead`: of the gateway's clock, if both ways took the same time.
    record Echoed(Duration roundTrip, Duration clockAhead, String program) {}
}
