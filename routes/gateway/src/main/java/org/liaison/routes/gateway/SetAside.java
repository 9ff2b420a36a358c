package org.liaison.routes.gateway;

import java.util.Optional;
import org.liaison.message.MessageId;

/// Where arrivals go that are not what the protocol promises: kept, counted, shown to the operator,
/// answered by nobody.
public interface SetAside {

    /// Durable when it returns. The same arrival set aside twice is kept once.
    void keep(Arrival arrival, Optional<MessageId> messageId, String cause);
}
