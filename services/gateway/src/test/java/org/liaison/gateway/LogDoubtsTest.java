package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.liaison.desk.LogTrust.Doubt;
import org.liaison.desk.LogTrust.Why;

/// When officers are told that the log cannot be relied on, and since when.
class LogDoubtsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration TOO_LONG = PATIENCE.plusSeconds(1);

    private final Hand clock = new Hand();
    private final LogDoubts doubts = doubts(true, true);

    @Test
    void nothing_is_said_while_the_log_grows_and_witnesses_follow() {
        for (int hour = 1; hour < 5; hour++) {
            clock.forward(Duration.ofMinutes(59));
            doubts.good(10L * hour, 10L * hour - 5, clock.instant());
            assertThat(doubts.doubt()).isEmpty();
        }
    }

    @Test
    void a_log_that_was_never_read_is_told_of_since_the_start() {
        clock.forward(TOO_LONG);
        assertThat(doubts.doubt()).contains(new Doubt(Why.UNREAD, START));
    }

    @Test
    void a_log_that_is_away_is_told_of_since_it_was_last_read() {
        clock.forward(Duration.ofMinutes(10));
        Instant last = clock.instant();
        doubts.good(3, 3, last);
        clock.forward(PATIENCE);
        assertThat(doubts.doubt()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(doubts.doubt()).contains(new Doubt(Why.UNREAD, last));
        doubts.good(3, 3, clock.instant());
        assertThat(doubts.doubt()).isEmpty();
    }

    @Test
    void an_entry_that_waits_for_witnesses_is_told_of_since_it_was_seen_though_the_log_grows() {
        doubts.good(3, 2, clock.instant());
        clock.forward(TOO_LONG);
        doubts.good(9, 2, clock.instant());
        assertThat(doubts.doubt()).contains(new Doubt(Why.UNWITNESSED, START));
        doubts.good(10, 3, clock.instant());
        assertThat(doubts.doubt()).as("the next one has waited for a moment").isEmpty();
    }

    @Test
    void where_too_few_States_have_witnesses_nobody_is_waited_for() {
        LogDoubts alone = doubts(true, false);
        alone.good(3, 0, clock.instant());
        clock.forward(TOO_LONG);
        alone.good(4, 0, clock.instant());
        assertThat(alone.doubt()).isEmpty();
    }

    @Test
    void that_the_log_was_changed_is_told_at_once_and_until_it_stands_by_everything_again() {
        doubts.good(3, 3, clock.instant());
        clock.forward(Duration.ofMinutes(1));
        Instant noticed = clock.instant();
        doubts.changed(noticed);
        clock.forward(TOO_LONG);
        doubts.changed(clock.instant());
        assertThat(doubts.doubt()).contains(new Doubt(Why.CHANGED, noticed));
        doubts.good(4, 4, clock.instant());
        assertThat(doubts.doubt()).isEmpty();
    }

    @Test
    void where_nobody_looks_nothing_is_said() {
        LogDoubts blind = doubts(false, true);
        clock.forward(TOO_LONG);
        assertThat(blind.doubt()).isEmpty();
    }

    private LogDoubts doubts(boolean looking, boolean witnessed) {
        return new LogDoubts(new LogDoubts.Terms(looking, witnessed, PATIENCE), clock);
    }

    /// A clock that goes when it is told to.
    private static final class Hand extends Clock {

        private Instant now = START;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
