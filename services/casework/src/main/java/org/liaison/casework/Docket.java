package org.liaison.casework;

import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The earlier forms of a case, as the authority keeps them that looks. What was erased is not there, and a rule that
/// compares with it then says nothing.
@FunctionalInterface
public interface Docket {

    Docket EMPTY = _ -> List.of();

    /// The forms of this kind in the order in which they count, the oldest first.
    List<Bytes> forms(MessageKind kind);

    /// The last form of this kind.
    default Optional<JsonNode> latest(String kind) {
        List<JsonNode> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The forms of this kind, the oldest first. What cannot be read is left out.
    default List<JsonNode> all(String kind) {
        return forms(new MessageKind(kind)).stream()
                .flatMap(form -> read(form).stream())
                .toList();
    }

    private static Optional<JsonNode> read(Bytes form) {
        try {
            return Optional.of(StrictJson.MAPPER.readTree(form.toArray()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
