package org.liaison.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.report.Probe;
import org.liaison.message.report.SignOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells the hub's operators how this gateway is: as soon as it is connected, then on a schedule;
/// and answers their probes. Post comes first: this has sessions and a thread of its own, never
/// opens the connection and never gives it up, waits for nobody's answer, and is dropped while
/// the hub is away.
final class Heartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HubLink link;
    private final String gateway;
    private final Bulletin bulletin;
    private final Duration every;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running;
    private boolean said;

    Heartbeat(HubLink link, String gateway, Bulletin bulletin, Duration every) {
        this.link = link;
        this.gateway = gateway;
        this.bulletin = bulletin;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name(gateway + "-heartbeat").unstarted(this::run);
    }

    /// There is something new to report.
    void nudge() {
        nudges.release();
    }

    private void run() {
        while (running) {
            try {
                beat();
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            } catch (ActiveMQException | RuntimeException e) {
                // A connection that goes away under us is the link's to tell.
                if (running && link.standing().connected()) tell(e);
                if (isInterruptedDuringPause()) return;
            }
        }
    }

    /// Reports for as long as the connection lasts; returns at once when there is none.
    private void beat() throws ActiveMQException, InterruptedException {
        Optional<ClientSession> asked = link.aside();
        Optional<ClientSession> telling = asked.isPresent() ? link.aside() : Optional.empty();
        try {
            if (asked.isEmpty() || telling.isEmpty()) return;
            listen(asked.get());
            tellOf(telling.get());
        } finally {
            telling.ifPresent(HubLink::close);
            asked.ifPresent(HubLink::close);
        }
    }

    private void tellOf(ClientSession session) throws ActiveMQException, InterruptedException {
        try (ClientProducer producer = session.createProducer("reports." + gateway)) {
            while (running && !session.isClosed()) {
                send(session, producer, bulletin.report());
                said = false;
                waitForNudge(session);
            }
        }
    }

    private void waitForNudge(ClientSession session) throws InterruptedException {
        for (long left = every.toMillis(); left > 0 && !session.isClosed(); left -= LOOK.toMillis())
            if (nudges.tryAcquire(Math.min(left, LOOK.toMillis()), TimeUnit.MILLISECONDS)) break;
        nudges.drainPermits();
    }

    /// Probes are answered where they arrive, whatever the report waits for.
    private void listen(ClientSession session) throws ActiveMQException {
        ClientProducer producer = session.createProducer("reports." + gateway);
        ClientConsumer consumer = session.createConsumer("probes." + gateway);
        consumer.setMessageHandler(message -> {
            try {
                if (probe(message) instanceof Reading.Clear<Probe>(Probe probe))
                    send(session, producer, bulletin.echo(probe.id()));
            } catch (ActiveMQException | RuntimeException e) {
                LOG.debug("a probe was not answered: {}", Faults.describe(e));
            }
        });
        session.start();
    }

    private static Reading<Probe> probe(ClientMessage message) {
        if (message.getBodySize() > Probe.LARGEST) return new Reading.Garbled<>("probe: it is too large");
        byte[] json = new byte[message.getBodySize()];
        message.getBodyBuffer().readBytes(json);
        return Probe.read(Bytes.owned(json));
    }

    private static void send(ClientSession session, ClientProducer producer, SignOfLife sign) throws ActiveMQException {
        ClientMessage message = session.createMessage(false);
        message.getBodyBuffer().writeBytes(sign.toJson().buffer());
        producer.send(message);
    }

    /// Once for each time that it stops working.
    private void tell(Exception e) {
        if (!said) LOG.warn("the hub's operators do not hear how this gateway is: {}", Faults.describe(e));
        said = true;
    }

    private static boolean isInterruptedDuringPause() {
        try {
            Thread.sleep(PAUSE);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
