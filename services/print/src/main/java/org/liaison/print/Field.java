package org.liaison.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.casework.Forms;
import tools.jackson.databind.JsonNode;

/// A field as its schema describes it: the node in place first, then those it refers to.
///
/// A form may hold fields that the schema at hand does not know (a later version of it); such a field has an empty
/// chain and is printed under the name that it has in the form.
record Field(Forms forms, List<JsonNode> chain) {

    static Field of(Forms forms, JsonNode schema) {
        return new Field(forms, forms.chain(schema));
    }

    static Field unknown(Forms forms) {
        return new Field(forms, List.of());
    }

    Optional<String> title() {
        return first("title").map(node -> node.stringValue(""));
    }

    boolean coded() {
        return first("enum").isPresent();
    }

    /// The codes this field may hold, as they are printed.
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        first("enum").ifPresent(list -> list.forEach(code -> codes.add(code.asString(code.toString()))));
        return codes;
    }

    /// Whether it is one of the shared shapes, such as `country`.
    boolean is(String shape) {
        return chain.stream().anyMatch(node -> node.path("$ref").stringValue("").endsWith("/" + shape));
    }

    /// The fields inside, in the order in which the form was drawn up.
    Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (JsonNode node : chain)
            node.path("properties")
                    .properties()
                    .forEach(entry -> fields.putIfAbsent(entry.getKey(), of(forms, entry.getValue())));
        return fields;
    }

    Field entry() {
        return first("items").map(items -> of(forms, items)).orElseGet(() -> unknown(forms));
    }

    private Optional<JsonNode> first(String keyword) {
        return chain.stream()
                .map(node -> node.path(keyword))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }
}
