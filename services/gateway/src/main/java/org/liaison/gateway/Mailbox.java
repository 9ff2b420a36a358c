package org.liaison.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Batch;
import org.liaison.routes.gateway.BrokerUnreachable;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties one mailbox at the hub, batch by batch. A batch is acknowledged only after the routes have
/// returned, and so after everything in it is durable here.
///
/// When our machinery fails the batch is held and tried again, not handed back: handing back would use up the broker's
/// patience with it. When one message fails for reasons of its own it is set aside and its neighbours go on.
///
/// A batch is what there is, not what would fill it: while messages are held here the broker reads no more than
/// its limit ahead, so whoever waited for more before acknowledging could wait for ever.
final class Mailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private final String address;
    private final Optional<AuthorityCode> authority;
    private final HubLink link;
    private final GatewayRoutes routes;
    private final Aftercare aftercare;
    private final Thread thread;
    private volatile boolean stopping;

    /// What follows a batch: where the unusable goes, and who is told that there is something to send. `atMost`
    /// messages make a batch.
    record Aftercare(SetAside setAside, Runnable somethingToSend, int atMost) {}

    Mailbox(
            String address,
            Optional<AuthorityCode> authority,
            HubLink link,
            GatewayRoutes routes,
            Aftercare aftercare) {
        this.address = address;
        this.authority = authority;
        this.link = link;
        this.routes = routes;
        this.aftercare = aftercare;
        this.thread = Thread.ofPlatform().name(address).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Pause pause = new Pause();
        while (!stopping) {
            try {
                empty(pause);
            } catch (BrokerUnreachable e) {
                sleep(pause.next());
            } catch (RuntimeException | OutOfMemoryError e) {
                if (stopping) return;
                // The client says so in many ways when its connection goes away under it; the link has said it once.
                if (link.standing().connected()) LOG.error("{}: {}; trying again", address, Faults.describe(e));
                sleep(pause.next());
            }
        }
    }

    private void empty(Pause pause) {
        ClientSession session = link.session();
        try (session) {
            ClientConsumer consumer = session.createConsumer(address);
            session.start();
            pause.over();
            while (!stopping && !consumer.isClosed()) {
                List<ClientMessage> messages = collect(consumer);
                if (messages.isEmpty() || !received(arrivals(messages))) continue;
                // Acknowledges this one and all before it.
                messages.getLast().acknowledge();
                session.commit();
                aftercare.somethingToSend().run();
            }
        } catch (ActiveMQException e) {
            if (!stopping) throw link.broken(session, e);
        }
    }

    private List<ClientMessage> collect(ClientConsumer consumer) throws ActiveMQException {
        List<ClientMessage> messages = new ArrayList<>();
        int bytes = 0;
        ClientMessage next = consumer.receive(PATIENCE.toMillis());
        while (next != null) {
            messages.add(next);
            bytes += next.getBodySize();
            if (messages.size() >= aftercare.atMost() || bytes >= MOST_BYTES) break;
            next = consumer.receiveImmediate();
        }
        return messages;
    }

    private List<Arrival> arrivals(List<ClientMessage> messages) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ClientMessage message : messages) {
            byte[] frame = new byte[message.getBodySize()];
            message.getBodyBuffer().readBytes(frame);
            arrivals.add(new Arrival(address, authority, Bytes.owned(frame)));
        }
        return arrivals;
    }

    /// Whether everything is durable here; false only when the program is stopping.
    private boolean received(List<Arrival> arrivals) {
        Pause pause = new Pause();
        while (!stopping) {
            try {
                routes.receive(new Batch(arrivals));
                return true;
            } catch (RuntimeException e) {
                if (!Faults.isMachinery(e)) return receivedOneByOne(arrivals, e);
                LOG.error("{}: {}; holding {} messages", address, Faults.describe(e), arrivals.size());
                sleep(pause.next());
            }
        }
        return false;
    }

    private boolean receivedOneByOne(List<Arrival> arrivals, RuntimeException fault) {
        if (arrivals.size() == 1) {
            aftercare
                    .setAside()
                    .keep(arrivals.getFirst(), Optional.empty(), "our own fault: " + Faults.describe(fault));
            return true;
        }
        for (Arrival arrival : arrivals) if (!received(List.of(arrival))) return false;
        return true;
    }

    private void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
