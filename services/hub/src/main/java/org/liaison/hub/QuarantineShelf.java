package org.liaison.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.liaison.console.port.Quarantine.Cause;
import org.liaison.console.port.Quarantine.Item;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.hub.HubRoutes;
import org.liaison.seal.Unproven;

/// The messages in quarantine as they lie at the broker, and moving one of them.
final class QuarantineShelf {

    static final int MOST = 1_000;
    private static final SimpleString QUEUE = SimpleString.of(HubRoutes.Mailbox.QUARANTINE.address());
    private static final int LARGEST_TO_LOOK_INTO = 1024 * 1024;
    private static final long PATIENCE_MILLIS = 2_000;

    private final BrokerOffice office;

    QuarantineShelf(BrokerOffice office) {
        this.office = office;
    }

    record Lying(Cause cause, Item item, Priority claimedLane) {}

    /// The first thousand, untouched.
    List<Lying> browse() {
        return office.run(false, session -> {
            List<Lying> lying = new ArrayList<>();
            try (ClientConsumer browser = session.createConsumer(QUEUE, null, true)) {
                for (ClientMessage message = browser.receiveImmediate();
                        message != null && lying.size() < MOST;
                        message = browser.receiveImmediate()) lying.add(lying(message));
            }
            return lying;
        });
    }

    /// What goes out in the place of a message that is taken away, and to which address.
    record Outgoing(String address, Bytes frame, Optional<String> claimed) {}

    /// Takes one message and sends what `instead` says, both or neither. False when it is no longer there.
    boolean replace(String id, Function<ClientMessage, List<Outgoing>> instead) {
        if (!id.matches("[0-9a-f-]{36}")) return false;
        return office.run(true, session -> {
            try (ClientConsumer consumer =
                            session.createConsumer(QUEUE, SimpleString.of(SetAside.ID + " = '" + id + "'"));
                    ClientProducer producer = session.createProducer()) {
                ClientMessage message = consumer.receive(PATIENCE_MILLIS);
                if (message == null) return false;
                for (Outgoing out : instead.apply(message)) producer.send(out.address(), message(session, out));
                message.acknowledge();
                session.commit();
                return true;
            }
        });
    }

    private static ClientMessage message(ClientSession session, Outgoing out) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(out.frame().buffer());
        out.claimed().ifPresent(id -> message.putStringProperty(SetAside.CLAIMED, SimpleString.of(id)));
        return message;
    }

    private static Lying lying(ClientMessage message) {
        Optional<GatewayCode> gateway = SetAside.gateway(message);
        Optional<Slip> slip = message.getBodySize() > LARGEST_TO_LOOK_INTO ? Optional.empty() : slip(body(message));
        Priority lane = slip.map(Slip::priority).orElse(Priority.ROUTINE);
        return new Lying(
                new Cause(
                        SetAside.text(message, SetAside.FAULT).orElse("unknown"),
                        SetAside.text(message, SetAside.PLACE).orElse("")),
                new Item(
                        SetAside.text(message, SetAside.ID).orElse("none"),
                        Instant.ofEpochMilli(message.getTimestamp()),
                        SetAside.text(message, SetAside.CLAIMED),
                        gateway.map(GatewayCode::value),
                        gateway.map(code -> Addresses.intake(code, lane)),
                        slip.map(QuarantineShelf::authorities).orElse(List.of()),
                        message.getBodySize()),
                lane);
    }

    /// What the slip claims, for people to look at: nothing is decided by it but which of a gateway's own
    /// two intakes.
    private static Optional<Slip> slip(Bytes frame) {
        return Frames.read(frame) instanceof Reading.Clear<Wire>(Wire.Envelope envelope)
                ? Unproven.content(envelope.slip())
                        .flatMap(json -> Slip.read(json) instanceof Reading.Clear<Slip>(Slip slip)
                                ? Optional.of(slip)
                                : Optional.empty())
                : Optional.empty();
    }

    /// The intake of this gateway in which such a message belongs.
    static String intake(GatewayCode gateway, Bytes frame) {
        return Addresses.intake(gateway, slip(frame).map(Slip::priority).orElse(Priority.ROUTINE));
    }

    static Bytes body(ClientMessage message) {
        try {
            return LaneConnection.body(message);
        } catch (org.apache.activemq.artemis.api.core.ActiveMQException e) {
            throw new BrokerUnfit("a message in quarantine could not be read", e);
        }
    }

    private static List<String> authorities(Slip slip) {
        List<String> all = new ArrayList<>();
        all.add(slip.from().toString());
        slip.to().forEach(to -> all.add(to.toString()));
        return all;
    }
}
