package org.liaison.message.report;

import java.time.Instant;
import java.util.UUID;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The answer to the probe of that id: who is there, in which version, and what its clock said.
public record Echo(GatewayCode gateway, UUID probe, String program, Instant clock) implements SignOfLife {

    static final String KIND = "ECHO";

    public Echo {
        Bounds.program(program);
        Bounds.time("clock", clock);
    }

    @Override
    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("kind", KIND);
        json.put("gateway", gateway.toString());
        json.put("probe", probe.toString());
        json.put("program", program);
        json.put("clock", clock.toString());
        return StrictJson.write(json);
    }

    static Echo of(StrictJson json) {
        return new Echo(
                json.as("gateway", GatewayCode::new),
                json.as("probe", UUID::fromString),
                json.text("program"),
                json.as("clock", StrictJson::instant));
    }
}
