package org.liaison.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The header that the hub may read. It carries the digest of the sealed content, so the slip can be kept for ever and
/// the content never: evidence survives erasure.
///
/// The authority signs exactly the bytes of [#toJson]; whoever checks the signature reads the same bytes back with
/// [#read] and never re-encodes them.
public record Slip(
        MessageId id,
        CaseId caseId,
        MessageKind kind,
        AuthorityCode from,
        List<AuthorityCode> to,
        Priority priority,
        Optional<Instant> due,
        List<HandlingCode> handling,
        Suite suite,
        Instant created,
        Instant expires,
        long contentLength,
        Digest contentDigest) {

    public static final int VERSION = 1;
    public static final int MAX_RECIPIENTS = 16;

    public Slip {
        to = List.copyOf(to);
        handling = List.copyOf(handling);
        if (to.isEmpty()) throw new IllegalArgumentException("a slip names at least one recipient");
        if (to.size() > MAX_RECIPIENTS)
            throw new IllegalArgumentException("a slip names at most " + MAX_RECIPIENTS + " recipients");
        if (to.stream().distinct().count() != to.size())
            throw new IllegalArgumentException("a slip names each recipient once");
        if (to.contains(from)) throw new IllegalArgumentException("an authority cannot write to itself: " + from);
        if (!expires.isAfter(created)) throw new IllegalArgumentException("a slip expires after it was created");
        if (contentLength <= 0) throw new IllegalArgumentException("a slip belongs to content of at least one byte");
    }

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("messageId", id.toString());
        json.put("caseId", caseId.toString());
        json.put("kind", kind.toString());
        json.put("from", from.toString());
        ArrayNode recipients = json.putArray("to");
        to.forEach(recipient -> recipients.add(recipient.toString()));
        json.put("priority", priority.name());
        due.ifPresent(instant -> json.put("due", instant.toString()));
        ArrayNode restrictions = json.putArray("handling");
        handling.forEach(code -> restrictions.add(code.name()));
        json.put("suite", suite.code());
        json.put("created", created.toString());
        json.put("expires", expires.toString());
        json.put("contentLength", contentLength);
        json.put("contentSha256", contentDigest.toHex());
        return StrictJson.write(json);
    }

    public static Reading<Slip> read(Bytes json) {
        return StrictJson.read(json, "slip", slip -> {
            if (slip.number("version") != VERSION)
                throw new IllegalArgumentException("slip: this program reads version " + VERSION + " only");
            return new Slip(
                    slip.as("messageId", MessageId::parse),
                    slip.as("caseId", CaseId::new),
                    slip.as("kind", MessageKind::new),
                    slip.as("from", AuthorityCode::parse),
                    slip.listAs("to", AuthorityCode::parse),
                    slip.as("priority", Priority::valueOf),
                    slip.optionalAs("due", StrictJson::instant),
                    slip.listAs("handling", HandlingCode::valueOf),
                    slip.as("suite", Suite::ofCode),
                    slip.as("created", StrictJson::instant),
                    slip.as("expires", StrictJson::instant),
                    slip.number("contentLength"),
                    slip.as("contentSha256", Digest::ofHex));
        });
    }
}
