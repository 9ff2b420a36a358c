package org.liaison.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.liaison.message.AuthorityCode;

/// The mailboxes that the load driver empties: the recipient's, where messages are delivered, and the sender's, where
/// the hub's answers come. Looking into what came is left for later.
final class HubMailboxes {

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);

    private final ClientSession session;
    private final Map<UUID, Long> departed = new HashMap<>();
    private final Set<UUID> delivered = new HashSet<>();
    private final List<Long> latencies = new ArrayList<>();
    private final List<byte[]> frames = new ArrayList<>();
    private int expected;
    private int answers;
    private int twice;
    private long lastDelivery;

    private HubMailboxes(ClientSession session) {
        this.session = session;
    }

    static HubMailboxes open(ClientSessionFactory factory, AuthorityCode recipient, AuthorityCode sender)
            throws ActiveMQException {
        // Acknowledged one by one without waiting: what the driver acknowledges costs it nothing to lose.
        ClientSession session = factory.createSession(false, true, true, false);
        HubMailboxes mailboxes = new HubMailboxes(session);
        session.createConsumer("mailbox." + recipient).setMessageHandler(mailboxes::delivery);
        session.createConsumer("mailbox." + sender).setMessageHandler(mailboxes::answer);
        session.start();
        return mailboxes;
    }

    synchronized void expect(int messages) {
        expected = messages;
        departed.clear();
        delivered.clear();
        latencies.clear();
        frames.clear();
        answers = 0;
        twice = 0;
    }

    synchronized void departing(Collection<UUID> ids) {
        long now = System.nanoTime();
        for (UUID id : ids) departed.put(id, now);
    }

    private void delivery(ClientMessage message) {
        long now = System.nanoTime();
        byte[] frame = frame(message);
        UUID id = HubPath.idIn(message.getStringProperty(Message.HDR_DUPLICATE_DETECTION_ID));
        synchronized (this) {
            if (delivered.add(id)) latencies.add(now - departed.getOrDefault(id, now));
            else twice++;
            frames.add(frame);
            lastDelivery = now;
            notifyAll();
        }
        acknowledge(message);
    }

    private void answer(ClientMessage message) {
        byte[] frame = frame(message);
        synchronized (this) {
            answers++;
            frames.add(frame);
            notifyAll();
        }
        acknowledge(message);
    }

    private static void acknowledge(ClientMessage message) {
        try {
            message.acknowledge();
        } catch (ActiveMQException e) {
            throw new BenchFailed("the load driver lost the hub", e);
        }
    }

    private static byte[] frame(ClientMessage message) {
        byte[] frame = new byte[message.getBodySize()];
        message.getBodyBuffer().readBytes(frame);
        return frame;
    }

    /// Waits until no more than `most` of `open` are under way, and takes those that have arrived off the list.
    synchronized void awaitFewer(List<UUID> open, int most) {
        await(() -> {
            open.removeIf(delivered::contains);
            return open.size() <= most;
        });
    }

    /// Waits until every message was delivered and answered; what has not come in a minute is lost.
    synchronized void awaitAll() {
        await(() -> delivered.size() >= expected && answers >= expected);
    }

    private synchronized void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_WAIT;
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < end) wait(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    synchronized Set<UUID> delivered() {
        return Set.copyOf(delivered);
    }

    synchronized List<Long> latencies() {
        return List.copyOf(latencies);
    }

    synchronized List<byte[]> frames() {
        return List.copyOf(frames);
    }

    synchronized int twice() {
        return twice;
    }

    synchronized long lastDelivery() {
        return lastDelivery;
    }

    void close() throws ActiveMQException {
        session.close();
    }
}
