package org.liaison.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Waiting for something that is on its way.
final class Patience {

    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 250;

    private Patience() {}

    /// Asks again until there is an answer; after `limit` says what did not come. Asks less and less often: to answer
    /// takes time from the very machine that is to get on.
    static <T> T await(String what, Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MS)) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) return answer.get();
            if (System.nanoTime() > end) throw new DemoFailed("Waited " + limit.toSeconds() + " s in vain for " + what);
            pause(pause);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }
}
