package org.liaison.desk.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The form that the answers make, as far as they do: what is empty is absent, and lists have no holes. What cannot be
/// read stands in it as it was typed, so that the check says so.
///
/// `moved` says of each entry that stands elsewhere in the form than in the answers where it was answered.
public record Draft(ObjectNode form, Map<String, String> moved) {

    public Draft {
        moved = new LinkedHashMap<>(moved);
    }

    public Bytes bytes() {
        return StrictJson.write(form);
    }

    /// Where a place in the form was answered.
    String answered(String pointer) {
        String place = pointer;
        for (int slash = pointer.length(); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
            String origin = moved.get(pointer.substring(0, slash));
            if (origin != null) return origin + pointer.substring(slash);
        }
        return place;
    }
}
