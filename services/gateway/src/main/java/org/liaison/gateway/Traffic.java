package org.liaison.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liaison.seal.KeyUnreachable;
import org.liaison.seal.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The threads of this gateway: one that sends, one for each mailbox, one that reads revocation lists
/// again. They start when everything else has, and stop before anything else does.
final class Traffic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);

    private final Relay relay;
    private final List<Mailbox> mailboxes;
    private final Thread refresh;
    private volatile boolean running;

    Traffic(Relay relay, List<Mailbox> mailboxes, TrustStore trust, Duration reload, String gateway) {
        this.relay = relay;
        this.mailboxes = List.copyOf(mailboxes);
        this.refresh = Thread.ofPlatform().daemon().name(gateway + "-trust").unstarted(() -> refresh(trust, reload));
    }

    @Override
    public void start() {
        running = true;
        relay.start();
        mailboxes.forEach(Mailbox::start);
        refresh.start();
    }

    @Override
    public void stop() {
        running = false;
        refresh.interrupt();
        List<Thread> closing = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) closing.add(Thread.ofVirtual().start(mailbox::close));
        relay.close();
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    boolean isAlive() {
        return relay.isAlive() && mailboxes.stream().allMatch(Mailbox::isAlive);
    }

    private void refresh(TrustStore trust, Duration reload) {
        while (running) {
            try {
                Thread.sleep(reload);
                trust.reload();
            } catch (InterruptedException e) {
                return;
            } catch (KeyUnreachable e) {
                LOG.error("{}; the revocation lists read before stay in force and grow stale", e.getMessage());
            }
        }
    }
}
