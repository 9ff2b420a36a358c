package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.report.Report.LaneState;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Parcel;

/// What a gateway counts in its outbox, over real stores.
class CountsTest {

    private static final LaneState NO_URGENT = new LaneState(Priority.URGENT, 0, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void a_message_waits_for_the_hub_until_it_answers_and_is_under_way_until_the_recipient_does() {
        try (Bench bench = new Bench(folder)) {
            Counts counts = new Counts(
                    bench.sql,
                    new Checkpoints(
                            bench.sql,
                            new SetAsideInPostgres(bench.sql, bench.clock),
                            new ChangedLogs(bench.sql, bench.network.logKeys())));
            Slip referral = bench.refer();
            Instant later = referral.created().plusSeconds(42);

            assertThat(counts.lanes(later))
                    .containsExactly(NO_URGENT, new LaneState(Priority.ROUTINE, 1, Optional.of(42L)));

            List<Parcel> sent = bench.dispatch();
            List<Arrival> answers = bench.answers(sent);
            bench.receive(answers.stream()
                    .filter(answer -> answer.mailbox().equals("mailbox." + Network.SOCIAL_XC))
                    .toList());
            assertThat(counts.lanes(later))
                    .as("the hub has answered, the recipient has not")
                    .containsExactly(NO_URGENT, new LaneState(Priority.ROUTINE, 1, Optional.empty()));

            bench.receive(answers.stream()
                    .filter(answer -> answer.mailbox().equals("mailbox." + Network.SOCIAL_XA))
                    .toList());
            bench.settle();
            assertThat(counts.lanes(later))
                    .containsExactly(NO_URGENT, new LaneState(Priority.ROUTINE, 0, Optional.empty()));
        }
    }
}
