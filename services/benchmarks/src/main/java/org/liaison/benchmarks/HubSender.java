package org.liaison.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;

/// One of the load driver's senders: a batch in one transaction, and the next one only when few are still under way, so
/// that the time of a message is not the time of the queue before it.
final class HubSender {

    static final int BATCH = 50;
    static final int UNDER_WAY = 100;

    private final List<Stationery.Written> messages;
    private final String intake;
    private final HubMailboxes mailboxes;

    HubSender(List<Stationery.Written> messages, GatewayCode gateway, HubMailboxes mailboxes) {
        this.messages = messages;
        this.intake = "intake." + gateway;
        this.mailboxes = mailboxes;
    }

    Void sendOver(ClientSessionFactory factory) throws ActiveMQException {
        List<UUID> open = new ArrayList<>();
        try (ClientSession session = factory.createSession(false, false, false);
                ClientProducer producer = session.createProducer(intake)) {
            for (int from = 0; from < messages.size(); from += BATCH) {
                List<Stationery.Written> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
                for (Stationery.Written one : batch) producer.send(message(session, one));
                mailboxes.departing(batch.stream().map(one -> one.id().value()).toList());
                session.commit();
                batch.forEach(one -> open.add(one.id().value()));
                mailboxes.awaitFewer(open, UNDER_WAY);
            }
        }
        return null;
    }

    private static ClientMessage message(ClientSession session, Stationery.Written one) {
        Bytes frame = Frames.write(one.envelope());
        ClientMessage message = session.createMessage(true);
        message.putStringProperty(
                Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(one.id().toString()));
        message.getBodyBuffer().writeBytes(frame.buffer());
        return message;
    }
}
