package org.liaison.signin;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets failed tries that count no more, once an hour: who never came back would stay in the book otherwise.
final class Forgetting implements AutoCloseable {

    static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final Attempts attempts;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("signin-forgetting").daemon().factory());

    private Forgetting(Attempts attempts) {
        this.attempts = attempts;
    }

    /// A round catches what goes wrong in it, so its future has nothing to tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    static Forgetting begin(Attempts attempts, Duration every) {
        Forgetting forgetting = new Forgetting(attempts);
        forgetting.executor.scheduleWithFixedDelay(forgetting::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return forgetting;
    }

    private void round() {
        try {
            attempts.forget();
        } catch (RuntimeException e) {
            LOG.warn("Old failed tries could not be forgotten, and will be: {}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
