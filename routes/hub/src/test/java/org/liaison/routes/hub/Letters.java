package org.liaison.routes.hub;

import static org.liaison.routes.hub.Network.GATEWAY_XC;
import static org.liaison.routes.hub.Network.NOW;
import static org.liaison.routes.hub.Network.REFERRAL;
import static org.liaison.routes.hub.Network.SHELTER_XA;
import static org.liaison.routes.hub.Network.WELFARE_XC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.message.Wire.Envelope;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// Slips and envelopes, right unless a test asks for one thing to be wrong.
final class Letters {

    static final Bytes CONTENT = Bytes.ofUtf8("sealed content, which the hub cannot read");
    static final Bytes OTHER_CONTENT = Bytes.ofUtf8("other content, of the same length exactly");

    MessageId id = MessageId.next(NOW);
    MessageKind kind = REFERRAL;
    AuthorityCode from = WELFARE_XC;
    List<AuthorityCode> to = List.of(SHELTER_XA);
    Priority priority = Priority.ROUTINE;
    Suite suite = Suite.HYBRID_2026;
    Instant created = NOW.minusSeconds(5);
    Instant expires = NOW.plus(Duration.ofDays(7));
    Bytes announced = CONTENT;
    Bytes content = CONTENT;
    Signer signer = Network.get().signers.get(WELFARE_XC);

    Slip slip() {
        return new Slip(
                id,
                new CaseId("XC-REF-2026-000001"),
                kind,
                from,
                to,
                priority,
                Optional.empty(),
                List.of(),
                suite,
                created,
                expires,
                announced.size(),
                announced.sha256());
    }

    Envelope envelope() {
        return new Envelope(signer.sign(slip().toJson(), Strength.ECDSA, created), content);
    }

    Arrival arrival() {
        return arrival(GATEWAY_XC, envelope());
    }

    Arrival arrival(GatewayCode gateway, Wire wire) {
        return arrival(gateway, id.toString(), Frames.write(wire));
    }

    static Arrival arrival(GatewayCode gateway, String id, Bytes frame) {
        return new Arrival(gateway, Optional.of(id), frame.size(), frame);
    }

    /// What `issuer` says became of this message.
    Evidence evidence(EvidenceId evidenceId, ErdsEvent event, AuthorityCode issuer) {
        return new Evidence(
                evidenceId,
                event,
                NOW,
                issuer.toString(),
                from,
                to,
                Optional.of(Math.max(1, to.indexOf(issuer) + 1)),
                id,
                announced.sha256(),
                Optional.empty(),
                List.of());
    }

    static Wire.Statement statement(Evidence evidence, AuthorityCode signer) {
        return new Wire.Statement(Network.get().signers.get(signer).sign(evidence.toJson(), Strength.ECDSA, NOW));
    }
}
