package org.liaison.hub;

import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.jspecify.annotations.Nullable;
import org.liaison.message.GatewayCode;
import org.liaison.routes.hub.HubRoutes;

/// How the broker's message in quarantine says why it is there and where it came from.
final class SetAside {

    /// The id under which operators speak of it.
    static final SimpleString ID = SimpleString.of("liaison_set_aside");
    static final SimpleString FAULT = SimpleString.of("liaison_fault");
    static final SimpleString PLACE = SimpleString.of("liaison_place");
    static final SimpleString GATEWAY = SimpleString.of("liaison_gateway");
    /// The id that the gateway gave. A message that is handed in again carries it here, because under the
    /// broker's own property it would be taken for a duplicate and dropped.
    static final SimpleString CLAIMED = SimpleString.of("liaison_claimed");

    private SetAside() {}

    static void mark(ClientMessage message, HubRoutes.Cause cause) {
        message.putStringProperty(ID, SimpleString.of(UUID.randomUUID().toString()));
        message.putStringProperty(FAULT, SimpleString.of(cause.fault()));
        message.putStringProperty(PLACE, SimpleString.of(cause.place()));
        message.putStringProperty(GATEWAY, SimpleString.of(cause.gateway().value()));
        cause.claimedId().ifPresent(id -> message.putStringProperty(CLAIMED, SimpleString.of(id)));
    }

    static Optional<String> text(ClientMessage message, SimpleString name) {
        @Nullable String value = message.getStringProperty(name);
        return Optional.ofNullable(value);
    }

    /// Absent where it is not recorded: then the message can be handed in nowhere.
    static Optional<GatewayCode> gateway(ClientMessage message) {
        return text(message, GATEWAY).flatMap(name -> {
            try {
                return Optional.of(new GatewayCode(name));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }
}
