package org.liaison.routes.gateway;

import java.util.UUID;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// One thing on its way to the hub. `id` is the message's or the evidence's, `about` always the
/// message's.
///
/// `round` counts how often the broker has confirmed it before. A broken commit is repeated in the
/// same round, so the
/// broker drops what it already has; a new round is a new question to the hub, which then gives the
/// same answer again.
public record Parcel(UUID id, MessageId about, boolean urgent, int round, Wire wire) {

    /// What the broker recognises a repetition by.
    public String duplicateId() {
        return round == 0 ? id.toString() : id + "." + round;
    }
}
