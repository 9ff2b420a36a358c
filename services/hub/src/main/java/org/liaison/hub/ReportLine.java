package org.liaison.hub;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.liaison.directory.Directory;
import org.liaison.message.GatewayCode;
import org.liaison.message.report.SignOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to what gateways say of themselves, on a connection and a thread of its own: whatever
/// is wrong here, post moves. What comes while nobody listens is gone, and comes again within the
/// minute.
final class ReportLine implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportLine.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int KEEP_EVERY = 10;
    private static final int WINDOW = 256 * 1024;

    private final Broker broker;
    private final Supplier<Directory> directory;
    private final GatewayDesk desk;
    private final Thread thread;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile boolean stopped;

    private ReportLine(Broker broker, Supplier<Directory> directory, GatewayDesk desk) {
        this.broker = broker;
        this.directory = directory;
        this.desk = desk;
        this.thread = Thread.ofPlatform().name("hub-reports").daemon().unstarted(this);
    }

    /// Returns when somebody listens; or without, where the broker is away, for nothing depends
    /// on it.
    static ReportLine open(Broker broker, Supplier<Directory> directory, GatewayDesk desk) {
        ReportLine line = new ReportLine(broker, directory, desk);
        line.thread.start();
        try {
            if (!line.listening.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                LOG.warn("Nobody listens to what gateways report yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return line;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                listen();
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                if (stopped) return;
                LOG.warn("Nobody listens to what gateways report; trying again: {}", e.toString());
                if (wasInterrupted()) return;
            }
        }
    }

    private void listen() throws Exception {
        Directory known = directory.get();
        try (ServerLocator locator = broker.locator()
                        .setConsumerWindowSize(WINDOW)
                        .setUseGlobalPools(false)
                        .setThreadPoolMaxSize(2)
                        .setScheduledThreadPoolMaxSize(1);
                ClientSessionFactory factory = locator.createSessionFactory();
                // Nothing is acknowledged: what was delivered is gone.
                ClientSession session =
                        factory.createSession(broker.user(), broker.password(), false, true, true, true, 0)) {
            for (GatewayCode gateway : known.gateways()) listen(session, gateway);
            session.start();
            listening.countDown();
            // A new directory can bring gateways, and take some away.
            for (int round = 1; directory.get().number() == known.number() && !session.isClosed(); round++) {
                Thread.sleep(LOOK);
                if (round % KEEP_EVERY == 0) keep();
            }
        }
    }

    private void listen(ClientSession session, GatewayCode gateway) throws ActiveMQException {
        ClientConsumer consumer = session.createConsumer(Addresses.reports(gateway));
        consumer.setMessageHandler(message -> take(gateway, message));
    }

    private void take(GatewayCode gateway, ClientMessage message) {
        try {
            if (message.getBodySize() > SignOfLife.LARGEST) desk.refuse(gateway, "it is too large");
            else desk.arrived(gateway, LaneConnection.body(message));
        } catch (ActiveMQException | RuntimeException e) {
            desk.refuse(gateway, e.getClass().getSimpleName());
        }
    }

    private void keep() {
        try {
            desk.keep();
        } catch (RuntimeException e) {
            LOG.warn("It will be written down later who reported: {}", e.toString());
        }
    }

    private static boolean wasInterrupted() {
        try {
            Thread.sleep(PAUSE);
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keep();
    }
}
