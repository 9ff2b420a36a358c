package org.liaison.hub;

import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// Asks the broker, embedded or by URL, over its management address; and moves messages for operators. A
/// connection for each errand: nothing of it is on the way of post.
final class BrokerOffice {

    private static final String MANAGEMENT = "activemq.management";
    private static final long PATIENCE_MILLIS = 5_000;

    private final Broker broker;

    BrokerOffice(Broker broker) {
        this.broker = broker;
    }

    interface Errand<T> {
        T run(ClientSession session) throws Exception;
    }

    /// `transacted`: nothing is taken or sent until the errand commits.
    <T> T run(boolean transacted, Errand<T> errand) {
        try (ServerLocator locator = broker.locator()
                        .setInitialConnectAttempts(1)
                        .setCallTimeout(PATIENCE_MILLIS)
                        .setBlockOnDurableSend(true)
                        .setBlockOnAcknowledge(true)
                        .setUseGlobalPools(false)
                        .setThreadPoolMaxSize(3)
                        .setScheduledThreadPoolMaxSize(1);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        broker.user(), broker.password(), false, !transacted, !transacted, false, 0)) {
            session.start();
            return errand.run(session);
        } catch (BrokerUnfit e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerUnfit("the broker did not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    /// Questions in one session.
    static final class Questions implements AutoCloseable {

        private final ClientSession session;
        private final ClientRequestor requestor;

        Questions(ClientSession session) throws Exception {
            this.session = session;
            this.requestor = new ClientRequestor(session, MANAGEMENT);
        }

        JsonNode json(String resource, String operation, Object... arguments) throws Exception {
            ClientMessage question = session.createMessage(false);
            ManagementHelper.putOperationInvocation(question, resource, operation, arguments);
            return StrictJson.MAPPER.readTree(String.valueOf(answer(question, operation)));
        }

        String attribute(String resource, String name) throws Exception {
            ClientMessage question = session.createMessage(false);
            ManagementHelper.putAttribute(question, resource, name);
            return String.valueOf(answer(question, name));
        }

        private Object answer(ClientMessage question, String what) throws Exception {
            ClientMessage answer = requestor.request(question, PATIENCE_MILLIS);
            if (answer == null) throw new BrokerUnfit("the broker does not tell " + what + " in time");
            Object result = ManagementHelper.getResult(answer);
            if (!ManagementHelper.hasOperationSucceeded(answer))
                throw new BrokerUnfit("the broker does not tell " + what);
            return result;
        }

        @Override
        public void close() {
            try {
                requestor.close();
            } catch (Exception e) {
                throw new BrokerUnfit("the broker did not end a conversation", e);
            }
        }
    }
}
