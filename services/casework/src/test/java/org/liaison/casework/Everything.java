package org.liaison.casework;

import java.util.Optional;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills a form with a value for every field that its schema knows, so that no field is forgotten in a test.
final class Everything {

    private static final Schemas SCHEMAS = Schemas.ofShippedKinds();

    static void add(ObjectNode form, MessageKind kind) {
        JsonNode schema = SCHEMAS.tree(kind, "1", View.WHOLE).orElseThrow();
        fill(form, schema);
    }

    private static void fill(ObjectNode node, JsonNode schema) {
        schema.path("properties").propertyStream().forEach(field -> {
            JsonNode known = resolved(field.getValue());
            JsonNode present = node.path(field.getKey());
            if (present.isMissingNode()) node.set(field.getKey(), value(known));
            else if (present instanceof ObjectNode inner) fill(inner, known);
            else if (present instanceof ArrayNode array && array.path(0) instanceof ObjectNode first)
                fill(first, resolved(known.path("items")));
            else if (present instanceof ArrayNode array && array.isEmpty())
                array.add(value(resolved(known.path("items"))));
        });
    }

    private static JsonNode value(JsonNode schema) {
        return switch (schema.path("type").stringValue("")) {
            case "object" -> {
                ObjectNode object = StrictJson.MAPPER.createObjectNode();
                fill(object, schema);
                yield object;
            }
            case "array" -> StrictJson.MAPPER.createArrayNode().add(value(resolved(schema.path("items"))));
            default -> StrictJson.MAPPER.valueToTree("something");
        };
    }

    private static JsonNode resolved(JsonNode schema) {
        return Optional.ofNullable(schema.path("$ref").stringValue(null))
                .flatMap(SCHEMAS::resolve)
                .orElse(schema);
    }

    private Everything() {}
}
