package org.liaison.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Waiting for something that is on its way.
final class Patience {

    private static final Duration STEP = Duration.ofMillis(20);

    private Patience() {}

    /// Asks again until there is an answer; after `limit` says what did not come.
    static <T> T await(String what, Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) return answer.get();
            if (System.nanoTime() > end) throw new DemoFailed("Waited " + limit.toSeconds() + " s in vain for " + what);
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }
}
