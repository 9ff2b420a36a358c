package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Gateways.Clock;
import org.liaison.console.port.Gateways.Echoed;
import org.liaison.console.port.Gateways.Stage;
import org.liaison.console.port.Gateways.Tested;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.message.GatewayCode;
import org.liaison.message.report.Echo;

/// Tests connections: a probe to the gateway's own address, and its program's echo. A test stands
/// in the audit log before the probe is sent. One test of a gateway at a time, and only the last
/// one is remembered.
final class ProbeDesk {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BrokerOffice office;
    private final OperatorLog log;
    private final Duration patience;
    private final InstantSource clock;
    private final Set<GatewayCode> running = ConcurrentHashMap.newKeySet();
    private final Map<GatewayCode, Trial> trials = new ConcurrentHashMap<>();

    ProbeDesk(BrokerOffice office, OperatorLog log, Duration patience, InstantSource clock) {
        this.office = office;
        this.log = log;
        this.patience = patience;
        this.clock = clock;
    }

    Optional<Tested> last(GatewayCode gateway) {
        return Optional.ofNullable(trials.get(gateway)).flatMap(Trial::tested);
    }

    Answer test(GatewayCode gateway, Operator by) {
        if (!running.add(gateway)) return new Answer.Refused(Said.of(What.TESTED_ALREADY, gateway.value()));
        try {
            long entry = log.write("Test the connection to " + gateway + "; by " + by);
            Trial trial = new Trial(by, entry, clock.instant());
            trials.put(gateway, trial);
            return new Answer.Done(entry, said(gateway, run(gateway, trial)));
        } finally {
            running.remove(gateway);
        }
    }

    private Tested run(GatewayCode gateway, Trial trial) {
        try {
            Optional<Stage> stuck = office.run(false, session -> send(session, gateway, trial));
            if (stuck.isPresent()) return trial.end(stuck.get());
            trial.awaitEcho(patience);
            return trial.end(Stage.NO_ANSWER);
        } catch (BrokerUnfit e) {
            return trial.end(Stage.BROKER_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return trial.end(Stage.NO_ANSWER);
        }
    }

    /// Where it got stuck; empty when the probe is on its way.
    private Optional<Stage> send(ClientSession session, GatewayCode gateway, Trial trial) throws ActiveMQException {
        if (!isTaken(session, Addresses.probes(gateway)))
            return Optional.of(
                    isTaken(session, Addresses.mailbox(gateway)) ? Stage.NOT_LISTENING : Stage.NOT_CONNECTED);
        try (ClientProducer producer = session.createProducer(Addresses.probes(gateway))) {
            ClientMessage message = session.createMessage(false);
            message.getBodyBuffer().writeBytes(trial.probe().toJson().buffer());
            trial.isSent(clock.instant());
            producer.send(message);
            return Optional.empty();
        }
    }

    private static boolean isTaken(ClientSession session, String queue) throws ActiveMQException {
        return session.queueQuery(SimpleString.of(queue)).getConsumerCount() > 0;
    }

    /// False when this gateway was not asked so, or has answered already.
    boolean echoed(Echo echo, Instant now) {
        Trial trial = trials.get(echo.gateway());
        return trial != null && trial.echoed(echo, now);
    }

    private Said said(GatewayCode gateway, Tested tested) {
        return switch (tested.stage()) {
            case BROKER_AWAY -> Said.of(What.BROKER_AWAY);
            case NOT_CONNECTED -> Said.of(What.NOT_CONNECTED, gateway.value());
            case NOT_LISTENING -> Said.of(What.NOT_LISTENING, gateway.value());
            case NO_ANSWER -> Said.of(What.NO_ANSWER, gateway.value(), patience.toSeconds());
            case LATE, ANSWERED ->
                tested.echoed().map(echoed -> said(gateway, echoed)).orElseThrow();
        };
    }

    private static Said said(GatewayCode gateway, Echoed echoed) {
        long ahead = echoed.clockAhead().toMillis();
        return Said.of(
                What.ANSWERED,
                gateway.value(),
                echoed.roundTrip().toMillis(),
                echoed.program(),
                Math.abs(ahead),
                ahead < 0 ? Clock.BEHIND : Clock.AHEAD);
    }
}
