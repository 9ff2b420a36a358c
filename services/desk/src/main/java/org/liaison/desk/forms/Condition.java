package org.liaison.desk.forms;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A condition of a schema (`if`), asked of the answers so far. It knows the keywords that our schemas use in
/// conditions and refuses to be drawn up with any other, so that no question is shown or hidden by half a condition.
record Condition(JsonNode schema) {

    private static final Set<String> KNOWN =
            Set.of("properties", "required", "const", "enum", "contains", "not", "anyOf", "minItems");

    Condition {
        check(schema);
    }

    boolean holds(JsonNode value) {
        return holds(schema, value);
    }

    /// Whether it asks about this field of the group it is put to.
    boolean asksAbout(String field) {
        return schema.path("properties").has(field);
    }

    private static boolean holds(JsonNode schema, JsonNode value) {
        return schema.propertyStream().allMatch(keyword -> holds(keyword.getKey(), keyword.getValue(), value));
    }

    private static boolean holds(String keyword, JsonNode demand, JsonNode value) {
        return switch (keyword) {
            case "properties" ->
                !value.isObject()
                        || demand.propertyStream()
                                .allMatch(field -> !value.has(field.getKey())
                                        || holds(field.getValue(), value.path(field.getKey())));
            case "required" ->
                !value.isObject() || demand.valueStream().allMatch(field -> value.has(field.stringValue("")));
            case "const" -> demand.equals(value);
            case "enum" -> demand.valueStream().anyMatch(value::equals);
            case "contains" -> !value.isArray() || value.valueStream().anyMatch(entry -> holds(demand, entry));
            case "not" -> !holds(demand, value);
            case "anyOf" -> demand.valueStream().anyMatch(one -> holds(one, value));
            case "minItems" -> !value.isArray() || value.size() >= demand.intValue(0);
            default -> true;
        };
    }

    private static void check(JsonNode schema) {
        schema.propertyStream().forEach(keyword -> {
            String name = keyword.getKey();
            if (!KNOWN.contains(name) && !name.startsWith("x-"))
                throw new IllegalStateException("a condition in a form uses the keyword " + name);
            switch (name) {
                case "properties" -> keyword.getValue().forEach(Condition::check);
                case "contains", "not" -> check(keyword.getValue());
                case "anyOf" -> keyword.getValue().forEach(Condition::check);
                default -> {}
            }
        });
    }
}
