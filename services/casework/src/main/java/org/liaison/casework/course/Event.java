package org.liaison.casework.course;

import java.util.List;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;

/// What a message means for its case: its kind and, where one kind can mean several things, the field of the form that
/// tells which (a field that is absent tells the empty text).
///
/// `name` is how tables and databases call it: `MLA_ACK`, `MLA_DEC_REFUSED`.
public record Event(String name, MessageKind kind, String field, List<String> values, Standing standing) {

    /// What the message makes of its recipients.
    enum Standing {
        /// They become the asked side.
        ASKS,
        /// They stay outside: a notice beside the case.
        NOTIFIES,
        /// Those that are not yet a side become the asked side, in the place of the sender.
        HANDS_ON,
        PLAIN
    }

    public Event {
        values = List.copyOf(values);
    }

    static Event plain(String kind) {
        return new Event(kind.replace('-', '_'), new MessageKind(kind), "", List.of(), Standing.PLAIN);
    }

    Event with(Standing other) {
        return new Event(name, kind, field, values, other);
    }

    boolean isToldBy(JsonNode form) {
        if (field.isEmpty()) return true;
        JsonNode node = form.path(field);
        String told = node.isMissingNode() ? "" : node.isValueNode() ? node.asString() : "?";
        return values.contains(told);
    }

    @Override
    public String toString() {
        return name;
    }
}
