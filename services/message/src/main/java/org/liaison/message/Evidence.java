package org.liaison.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The statement that an event happened to a message, with the field names of ETSI EN 319 522. It counts only when
/// signed by its issuer, who signs exactly the bytes of [#toJson].
///
/// `issuer` is an authority's code, or `hub` for the hub.
/// `refersToRecipient` counts from 1 in `recipients`; absent where the event concerns all of them.
public record Evidence(
        EvidenceId id,
        ErdsEvent event,
        Instant eventTime,
        String issuer,
        AuthorityCode sender,
        List<AuthorityCode> recipients,
        Optional<Integer> refersToRecipient,
        MessageId messageId,
        Digest contentDigest,
        Optional<EvidenceId> previous,
        List<EventReason> reasons) {

    public static final String HUB = "hub";
    private static final String VERSION = "1";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public Evidence {
        recipients = List.copyOf(recipients);
        reasons = List.copyOf(reasons);
        int count = recipients.size();
        refersToRecipient.ifPresent(n -> {
            if (n < 1 || n > count)
                throw new IllegalArgumentException("evidence refers to a recipient that it does not list");
        });
        if (isNegative(event) && reasons.isEmpty())
            throw new IllegalArgumentException("evidence that something failed gives a reason");
    }

    /// The recipient that this evidence is about, where it is about one.
    public Optional<AuthorityCode> recipient() {
        return refersToRecipient.map(n -> recipients.get(n - 1));
    }

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("evidenceIdentifier", id.toString());
        json.put("erdsEventId", event.uri());
        json.put("eventTime", eventTime.toString());
        json.put("evidenceIssuerDetails", issuer);
        json.put("senderDetails", sender.toString());
        ArrayNode to = json.putArray("recipientDetails");
        recipients.forEach(recipient -> to.add(recipient.toString()));
        refersToRecipient.ifPresent(n -> json.put("evidenceRefersToRecipient", n));
        json.put("messageIdentifier", messageId.toString());
        ObjectNode content = json.putObject("userContentInfo");
        content.put("digestMethod", SHA256);
        content.put("digestValue", contentDigest.toHex());
        previous.ifPresent(id -> json.put("previousEvidence", id.toString()));
        ArrayNode why = json.putArray("eventReasons");
        for (EventReason reason : reasons)
            why.addObject()
                    .put("code", reason.reason().remUri())
                    .put("reason", reason.reason().name())
                    .put("details", reason.details());
        return StrictJson.write(json);
    }

    public static Reading<Evidence> read(Bytes json) {
        return StrictJson.read(json, "evidence", evidence -> {
            if (!evidence.text("version").equals(VERSION))
                throw new IllegalArgumentException("evidence: this program reads version " + VERSION + " only");
            StrictJson content = evidence.object("userContentInfo");
            if (!content.text("digestMethod").equals(SHA256))
                throw new IllegalArgumentException("evidence: the digest method is not SHA-256");
            Digest digest = content.as("digestValue", Digest::ofHex);
            content.nothingElse();
            return new Evidence(
                    evidence.as("evidenceIdentifier", EvidenceId::parse),
                    evidence.as("erdsEventId", ErdsEvent::ofUri),
                    evidence.as("eventTime", StrictJson::instant),
                    evidence.text("evidenceIssuerDetails"),
                    evidence.as("senderDetails", AuthorityCode::parse),
                    evidence.listAs("recipientDetails", AuthorityCode::parse),
                    evidence.optionalNumber("evidenceRefersToRecipient").map(Math::toIntExact),
                    evidence.as("messageIdentifier", MessageId::parse),
                    digest,
                    evidence.optionalAs("previousEvidence", EvidenceId::parse),
                    evidence.objects("eventReasons").stream()
                            .map(Evidence::readReason)
                            .toList());
        });
    }

    private static EventReason readReason(StrictJson json) {
        Reason reason = json.as("reason", Reason::valueOf);
        if (!json.text("code").equals(reason.remUri()))
            throw new IllegalArgumentException("evidence: the code of a reason is not that reason's");
        EventReason read = new EventReason(reason, json.text("details"));
        json.nothingElse();
        return read;
    }

    private static boolean isNegative(ErdsEvent event) {
        return event.code().endsWith("Rejection") || event.code().endsWith("Failure");
    }
}
