package org.liaison.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a message means for its case: its kind and, where one kind can mean several things, the field that tells.
@SuppressWarnings("ImmutableEnumChecker") // records and List.of never change
public enum Event {
    REF_REQ("REF-REQ", "view", ""),
    /// The notice to police or prosecutor that goes beside a referral.
    REF_REQ_NOTICE("REF-REQ", "view", "police", "prosecutor"),
    REF_ACK("REF-ACK"),
    REF_DEC_ACCEPTED("REF-DEC", "decision", "ACCEPTED"),
    REF_DEC_ACCEPTED_PARTIAL("REF-DEC", "decision", "ACCEPTED_PARTIAL"),
    REF_DEC_DECLINED("REF-DEC", "decision", "DECLINED"),

    MLA_REQ("MLA-REQ"),
    MLA_ACK("MLA-ACK"),
    MLA_RFI("MLA-RFI"),
    MLA_INFO("MLA-INFO"),
    MLA_DEC_FULL("MLA-DEC", "decision", "FULL"),
    MLA_DEC_PARTIAL("MLA-DEC", "decision", "PARTIAL"),
    MLA_DEC_REFUSED("MLA-DEC", "decision", "REFUSED"),
    MLA_RES_PART("MLA-RES", "final", "false"),
    MLA_RES_FINAL("MLA-RES", "final", "true"),
    MLA_CLOSE("MLA-CLOSE");

    private final MessageKind kind;
    private final String field;
    private final List<String> values;

    Event(String kind) {
        this(kind, "", "");
    }

    Event(String kind, String field, String... values) {
        this.kind = new MessageKind(kind);
        this.field = field;
        this.values = List.of(values);
    }

    public MessageKind kind() {
        return kind;
    }

    /// Reads what a valid form means; empty where the form is not one of its kind.
    public static Optional<Event> of(MessageKind kind, Bytes form) {
        try {
            JsonNode json = StrictJson.MAPPER.readTree(form.toArray());
            return Arrays.stream(values())
                    .filter(event -> event.kind.equals(kind) && event.isToldBy(json))
                    .findFirst();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean isToldBy(JsonNode form) {
        if (field.isEmpty()) return true;
        JsonNode node = form.path(field);
        String told = node.isMissingNode() ? "" : node.isValueNode() ? node.asString() : "?";
        return values.contains(told);
    }

    /// Whether a case may begin with it.
    boolean opens() {
        return this == REF_REQ || this == REF_REQ_NOTICE || this == MLA_REQ;
    }

    /// Whether its recipients become the asked side of the case. A notice makes nobody a party.
    boolean asks() {
        return this == REF_REQ || this == MLA_REQ;
    }
}
