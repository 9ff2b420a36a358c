package org.liaison.message.report;

import java.util.UUID;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The hub's question to `probes.<gateway>`: are you there? It asks for nothing else, and nobody
/// signs it.
public record Probe(UUID id) {

    static final int VERSION = SignOfLife.VERSION;
    static final String KIND = "PROBE";

    /// Longer ones are left unread.
    public static final int LARGEST = 1024;

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("kind", KIND);
        json.put("id", id.toString());
        return StrictJson.write(json);
    }

    public static Reading<Probe> read(Bytes json) {
        if (json.size() > LARGEST) return new Reading.Garbled<>("probe: it has more than " + LARGEST + " bytes");
        return StrictJson.read(json, "probe", probe -> {
            if (probe.number("version") != VERSION)
                throw new IllegalArgumentException("probe: this program reads version " + VERSION + " only");
            if (!probe.text("kind").equals(KIND)) throw new IllegalArgumentException("probe: it is none");
            return new Probe(probe.as("id", UUID::fromString));
        });
    }
}
