package org.liaison.hub;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;

/// A lane's connection to the broker: one transacted session over the intakes of all gateways.
///
/// Which gateway brought a message is told by the intake in which it lay, and by nothing that the message says.
final class LaneConnection implements AutoCloseable {

    private static final int URGENT = 9;
    private static final int ROUTINE = 4;
    private static final int WINDOW = 1024 * 1024;
    private static final long PATIENCE_MILLIS = 250;

    private final HubSettings.Lanes settings;
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final ClientSession session;
    private final ClientSession again;
    private final ClientProducer producer;
    private final ClientProducer producerAgain;
    private final Pile<Item> pile;
    private final long mostBytes;
    private volatile @Nullable ActiveMQException fault;

    /// A message in hand: what the flow is given of it, and what the broker is told when it is answered.
    record Item(Arrival arrival, ClientMessage message, ClientConsumer consumer) {}

    private LaneConnection(Broker broker, HubSettings.Lanes settings, long mostBytes) throws Exception {
        this.settings = settings;
        this.mostBytes = mostBytes;
        this.pile = new Pile<>(
                settings.batch(),
                settings.batchBytes(),
                item -> item.arrival().frame().size());
        this.locator = broker.locator()
                .setBlockOnDurableSend(true)
                .setBlockOnAcknowledge(false)
                .setAckBatchSize(64 * WINDOW)
                .setConsumerWindowSize(WINDOW)
                .setProducerWindowSize(WINDOW)
                .setUseGlobalPools(false)
                .setThreadPoolMaxSize(4)
                .setScheduledThreadPoolMaxSize(1);
        this.factory = locator.createSessionFactory();
        this.session = session(broker, false);
        this.again = session(broker, true);
        this.producer = session.createProducer();
        this.producerAgain = again.createProducer();
    }

    static LaneConnection open(
            Broker broker, Priority lane, Directory directory, HubSettings.Lanes settings, long mostBytes)
            throws Exception {
        LaneConnection connection = new LaneConnection(broker, settings, mostBytes);
        try {
            for (GatewayCode gateway : directory.gateways()) connection.consume(gateway, lane);
            connection.session.start();
            return connection;
        } catch (ActiveMQException e) {
            connection.close();
            throw e;
        }
    }

    private ClientSession session(Broker broker, boolean each) throws ActiveMQException {
        return factory.createSession(
                broker.user(), broker.password(), false, each, each, false, locator.getAckBatchSize());
    }

    private void consume(GatewayCode gateway, Priority lane) throws ActiveMQException {
        ClientConsumer consumer = session.createConsumer(Addresses.intake(gateway, lane));
        consumer.setMessageHandler(message -> {
            try {
                pile.put(new Item(arrival(gateway, message), message, consumer));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ActiveMQException e) {
                fault = e;
            }
        });
    }

    private Arrival arrival(GatewayCode gateway, ClientMessage message) throws ActiveMQException {
        Object duplicate = message.getDuplicateProperty();
        Object claimed = duplicate != null ? duplicate : message.getStringProperty(SetAside.CLAIMED);
        long size = message.getBodySize();
        return new Arrival(
                gateway,
                Optional.ofNullable(claimed).map(Object::toString),
                size,
                size > mostBytes ? Bytes.of() : body(message));
    }

    static Bytes body(ClientMessage message) throws ActiveMQException {
        if (message.isLargeMessage()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.saveToOutputStream(out);
            return Bytes.owned(out.toByteArray());
        }
        ActiveMQBuffer buffer = message.getReadOnlyBodyBuffer();
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return Bytes.owned(bytes);
    }

    /// The next batch; empty when none came for a while.
    List<Item> take() throws InterruptedException {
        if (fault != null) throw new BrokerUnfit("a message could not be fetched from the broker", fault);
        if (session.isClosed()) throw new BrokerUnfit("the connection to the broker is lost");
        return pile.take(
                settings.batch(),
                settings.batchBytes(),
                PATIENCE_MILLIS,
                settings.linger().toNanos());
    }

    static Arrivals arrivals(List<Item> batch) {
        return new Arrivals(batch.stream().map(Item::arrival).toList());
    }

    /// Sends the parcels and acknowledges the batch in one transaction: both happen or neither.
    ///
    /// A parcel that may have been sent before goes ahead on its own, for a duplicate inside a transaction
    /// would undo it; on its own the broker drops it.
    void answer(List<Item> batch, Parcels parcels) throws ActiveMQException {
        for (Parcel parcel : parcels.each()) {
            ClientProducer way = parcel.again() && parcel.once().isPresent() ? producerAgain : producer;
            way.send(parcel.to().address(), message(parcel));
        }
        // Acknowledging the last message of a consumer acknowledges those before it.
        Map<ClientConsumer, ClientMessage> last = new HashMap<>();
        for (Item item : batch) last.put(item.consumer(), item.message());
        for (ClientMessage message : last.values()) message.acknowledge();
        session.commit();
    }

    private ClientMessage message(Parcel parcel) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(parcel.frame().buffer());
        message.setPriority((byte) (parcel.priority() == Priority.URGENT ? URGENT : ROUTINE));
        parcel.once()
                .ifPresent(id -> message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(id)));
        parcel.cause().ifPresent(cause -> SetAside.mark(message, cause));
        return message;
    }

    /// What was taken and not answered goes back to the head of its intake.
    @Override
    public void close() {
        pile.close();
        factory.close();
        locator.close();
    }
}
