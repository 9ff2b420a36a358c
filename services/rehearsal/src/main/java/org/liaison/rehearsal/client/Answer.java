package org.liaison.rehearsal.client;

import java.util.Optional;
import org.liaison.message.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a gateway can say to a request.
public sealed interface Answer {

    record Given(Bytes body) implements Answer {}

    record Refused(Problem problem) implements Answer {}

    /// The body, for askers who can do nothing with a refusal but show it.
    default Bytes body() {
        return switch (this) {
            case Given(Bytes body) -> body;
            case Refused(Problem problem) -> throw new RequestRefused(problem);
        };
    }

    default JsonNode json() {
        try {
            return Json.MAPPER.readTree(body().toArray());
        } catch (JacksonException e) {
            throw new GatewayUnreachable("What answered is not a gateway: its answer is not JSON.");
        }
    }

    /// The body, or nothing where the gateway does not know what was asked for.
    default Optional<JsonNode> jsonIfKnown() {
        return this instanceof Refused(Problem problem) && problem.status() == 404
                ? Optional.empty()
                : Optional.of(json());
    }
}
