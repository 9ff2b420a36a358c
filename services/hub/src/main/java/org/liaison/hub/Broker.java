package org.liaison.hub;

import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.liaison.directory.Directory;

/// Where post waits. It is transport only: losing everything in it loses time, not messages, because senders repeat
/// what nobody answered.
interface Broker extends AutoCloseable {

    /// A way to connect as the hub, for one lane. The caller closes it.
    ServerLocator locator();

    String user();

    String password();

    /// Makes sure that every address of `directory` is there and durable, and that nothing the broker gives up on
    /// is dropped. Throws [BrokerUnfit] otherwise.
    void furnish(Directory directory);

    /// Puts out every gateway whose certificate is no longer in force or which the directory no longer lists.
    void expel();

    boolean isUp();

    /// Whether it lives in this program, so that nobody else brings it back.
    boolean isOurs();

    /// Starts one of ours anew that stopped by itself, at the same port and with all that is in its journal. Throws
    /// [BrokerUnfit] where it does not start.
    void startAgain();

    /// Where gateways connect; -1 where that is not ours to say.
    int port();

    @Override
    void close();
}
