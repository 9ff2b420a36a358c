package org.liaison.hub;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liaison.seal.KeyUnreachable;
import org.liaison.seal.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in new revocation lists, and puts out gateways that may no longer be connected.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-housekeeping").factory());
    private final TrustStore trust;
    private final Broker broker;

    private Housekeeping(TrustStore trust, Broker broker) {
        this.trust = trust;
        this.broker = broker;
    }

    /// A round catches what goes wrong in it, so its future has nothing to tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    static Housekeeping begin(TrustStore trust, Broker broker, Duration every) {
        Housekeeping housekeeping = new Housekeeping(trust, broker);
        housekeeping.executor.scheduleWithFixedDelay(
                housekeeping::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void round() {
        try {
            trust.reload();
        } catch (KeyUnreachable e) {
            LOG.warn(
                    "The trust folder cannot be read; what was read before counts until it is stale: {}",
                    e.getMessage());
        }
        try {
            broker.expel();
        } catch (RuntimeException e) {
            LOG.warn("Connections could not be checked, and will be at the next round: {}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
