package org.liaison.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.liaison.desk.News;

/// Passes on that something changed. Whoever says so does not wait for those who listen, and many changes at once are
/// told once.
final class Ripple implements News, AutoCloseable {

    private static final Duration TOGETHER = Duration.ofMillis(250);

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("news").unstarted(this::run);

    void start() {
        thread.start();
    }

    void happened() {
        changes.release();
    }

    @Override
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        try {
            while (true) {
                changes.acquire();
                Thread.sleep(TOGETHER);
                changes.drainPermits();
                listeners.forEach(
                        listener -> Thread.ofVirtual().name("news-teller").start(listener));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
