package org.liaison.message.report;

import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;

/// What a gateway sends to `reports.<gateway>`: by itself, or because it was asked.
public sealed interface SignOfLife permits Report, Echo {

    int VERSION = 1;

    /// Longer ones are refused unread.
    int LARGEST = 64 * 1024;

    /// Who it says it is from. The address says who it is from.
    GatewayCode gateway();

    Bytes toJson();

    static Reading<SignOfLife> read(Bytes json) {
        if (json.size() > LARGEST) return new Reading.Garbled<>("sign of life: it has more than " + LARGEST + " bytes");
        return StrictJson.read(json, "sign of life", object -> {
            if (object.number("version") != VERSION)
                throw new IllegalArgumentException("sign of life: this program reads version " + VERSION + " only");
            return switch (object.text("kind")) {
                case Report.KIND -> Report.of(object);
                case Echo.KIND -> Echo.of(object);
                default -> throw new IllegalArgumentException("sign of life: a kind that this program does not know");
            };
        });
    }
}
