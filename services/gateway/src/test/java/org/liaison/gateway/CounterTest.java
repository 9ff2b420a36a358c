package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CounterTest {

    static final long LARGEST = 1024 * 1024;

    @Test
    void small_submissions_stand_side_by_side() {
        Counter counter = new Counter(LARGEST);
        try (Counter.Place _ = counter.take(20_000);
                Counter.Place _ = counter.take(20_000);
                Counter.Place _ = counter.take(20_000)) {
            assertThat(counter).isNotNull();
        }
    }

    @Test
    void whoever_waits_for_long_is_told_and_takes_nothing() {
        Counter counter = new Counter(LARGEST, Duration.ofMillis(1));
        try (Counter.Place _ = counter.take(LARGEST)) {
            assertThat(counter.await(1)).isEmpty();
        }
        assertThat(counter.await(LARGEST)).isPresent();
    }

    @Test
    void one_of_unknown_size_waits_until_it_is_alone() throws Exception {
        Counter counter = new Counter(LARGEST);
        AtomicBoolean served = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread unknown;
        try (Counter.Place _ = counter.take(LARGEST / 2)) {
            unknown = Thread.ofPlatform().start(() -> {
                try (Counter.Place _ = counter.take(-1)) {
                    served.set(true);
                }
                done.countDown();
            });
            while (unknown.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            assertThat(served).isFalse();
        }
        done.await();
        assertThat(served).isTrue();
    }
}
