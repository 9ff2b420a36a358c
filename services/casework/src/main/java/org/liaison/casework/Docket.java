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
        List<Bytes> forms = forms(new MessageKind(kind));
        try {
            return forms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(StrictJson.MAPPER.readTree(forms.getLast().toArray()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
