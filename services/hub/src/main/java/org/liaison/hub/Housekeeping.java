package org.liaison.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.seal.KeyUnreachable;
import org.liaison.seal.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in new revocation lists, and puts out gateways that may no longer be connected.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final int TRUST_DEPTH = 2;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-housekeeping").factory());
    private final TrustStore trust;
    private final Path folder;
    private final Broker broker;
    private String lastTrust = "";

    private Housekeeping(TrustStore trust, Path folder, Broker broker) {
        this.trust = trust;
        this.folder = folder;
        this.broker = broker;
    }

    /// A round catches what goes wrong in it, so its future has nothing to tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    static Housekeeping begin(TrustStore trust, Path folder, Broker broker, Duration every) {
        Housekeeping housekeeping = new Housekeeping(trust, folder, broker);
        housekeeping.executor.scheduleWithFixedDelay(
                housekeeping::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void round() {
        try {
            String now = fingerprint();
            if (!now.equals(lastTrust)) trust.reload();
            lastTrust = now;
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

    /// Names, sizes and times: reading the lists again means checking every signature on them again.
    private String fingerprint() {
        try (Stream<Path> files = Files.walk(folder, TRUST_DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            LOG.warn("The trust folder {} cannot be listed: {}", folder, e.toString());
            return "";
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
