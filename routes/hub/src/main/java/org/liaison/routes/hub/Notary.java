package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Slip;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// Makes the hub's evidence. ECDSA is enough: what makes it last is the log's own post-quantum signature.
final class Notary {

    private final Signer signer;

    Notary(Signer signer) {
        this.signer = signer;
    }

    Bytes accepted(Slip slip, Instant at) {
        return sign(slip, ErdsEvent.SUBMISSION_ACCEPTANCE, List.of(), at);
    }

    Bytes rejected(Slip slip, EventReason why, Instant at) {
        return sign(slip, ErdsEvent.SUBMISSION_REJECTION, List.of(why), at);
    }

    private Bytes sign(Slip slip, ErdsEvent event, List<EventReason> reasons, Instant at) {
        Evidence evidence = new Evidence(
                EvidenceId.next(at),
                event,
                at,
                Evidence.HUB,
                slip.from(),
                slip.to(),
                Optional.empty(),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                reasons);
        return signer.sign(evidence.toJson(), Strength.ECDSA, at);
    }
}
