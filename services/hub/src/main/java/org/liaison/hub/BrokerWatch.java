package org.liaison.hub;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.liaison.directory.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings our own broker back when it stopped by itself, as it does when its disk fails it. A few times in a row, each
/// recorded first; then it gives up, and liveness has the whole hub started anew.
final class BrokerWatch implements Runnable, AutoCloseable {

    /// Attempts in a row.
    static final int MOST = 5;

    static final String STOPPED = "The broker stopped by itself and is started again, attempt ";

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    /// Doubled with each attempt.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /// After ten minutes without a fault the next one is the first again.
    private static final int CALM = 1200;

    private final Broker broker;
    private final Supplier<Directory> directory;
    private final Consumer<String> record;
    private final Thread thread;
    private final AtomicLong revivals = new AtomicLong();
    private volatile boolean givenUp;

    private BrokerWatch(Broker broker, Supplier<Directory> directory, Consumer<String> record) {
        this.broker = broker;
        this.directory = directory;
        this.record = record;
        this.thread = Thread.ofPlatform().name("hub-broker-watch").daemon().unstarted(this);
    }

    /// `record` makes a note durable in the audit log. A broker that is a program of its own is not watched.
    static BrokerWatch begin(Broker broker, Supplier<Directory> directory, Consumer<String> record) {
        BrokerWatch watch = new BrokerWatch(broker, directory, record);
        if (broker.isOurs()) watch.thread.start();
        return watch;
    }

    @Override
    public void run() {
        try {
            int attempts = 0;
            for (int calm = 0; ; calm++) {
                Thread.sleep(LOOK);
                if (broker.isUp()) {
                    if (calm >= CALM) attempts = 0;
                    continue;
                }
                calm = 0;
                givenUp = attempts >= MOST;
                if (givenUp) continue;
                Thread.sleep(FIRST_PAUSE.multipliedBy(1L << attempts));
                attempts++;
                revive(attempts);
            }
        } catch (InterruptedException _) {
            // The hub stops.
        }
    }

    private void revive(int attempt) {
        note(STOPPED + attempt + " of " + MOST);
        try {
            broker.startAgain();
            broker.furnish(directory.get());
            revivals.incrementAndGet();
        } catch (RuntimeException e) {
            LOG.warn("The broker did not start again: {}", e.toString());
        }
    }

    /// Post needs the log anyway, so a log that is away does not keep the broker away, too.
    private void note(String sentence) {
        LOG.warn("{}", sentence);
        try {
            record.accept(sentence);
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded that the broker stopped: {}", e.toString());
        }
    }

    /// Whether only a new start of the hub can help.
    boolean hasGivenUp() {
        return givenUp;
    }

    /// How often it came back.
    long revivals() {
        return revivals.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
