package org.liaison.console.port;

import java.time.Instant;
import java.util.List;

/// What is due between States, from slips alone.
public interface Deadlines {

    /// Of the last `days`: counts by corridor (who waits, then who must answer), and what was missed, longest first.
    Due of(int days);

    record Due(int days, List<Count> corridors, List<Missed> missed) {
        public Due {
            corridors = List.copyOf(corridors);
            missed = List.copyOf(missed);
        }
    }

    record Count(String corridor, long open, long inTime, long late, long missed) {}

    record Missed(String message, String caseId, String kind, String from, String by, Instant due) {}
}
