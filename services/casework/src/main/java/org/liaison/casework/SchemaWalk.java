package org.liaison.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds the schema of a field from the field's place in the form.
final class SchemaWalk {

    private final Schemas schemas;

    SchemaWalk(Schemas schemas) {
        this.schemas = schemas;
    }

    /// The schema nodes that describe the field, nearest first: the one in place, then the ones it refers to.
    List<JsonNode> chainAt(JsonNode root, List<String> steps) {
        List<JsonNode> chain = chain(root);
        for (String step : steps) chain = step(chain, step);
        return chain;
    }

    /// From the schema nodes of a group or list to those of one of its fields or entries; empty if it has no such.
    List<JsonNode> step(List<JsonNode> chain, String step) {
        return chain.stream()
                .map(node -> child(node, step))
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::chain)
                .orElse(List.of());
    }

    private static Optional<JsonNode> child(JsonNode schema, String step) {
        JsonNode property = schema.path("properties").path(step);
        if (!property.isMissingNode()) return Optional.of(property);
        JsonNode items = schema.path("items");
        boolean index = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
        return index && !items.isMissingNode() ? Optional.of(items) : Optional.empty();
    }

    /// The node, then the ones it refers to.
    List<JsonNode> chain(JsonNode node) {
        List<JsonNode> chain = new ArrayList<>(List.of(node));
        Optional<JsonNode> next = reference(node);
        while (next.isPresent()) {
            chain.add(next.get());
            next = reference(next.get());
        }
        return chain;
    }

    private Optional<JsonNode> reference(JsonNode node) {
        return node.path("$ref").isString() ? schemas.resolve(node.path("$ref").stringValue()) : Optional.empty();
    }
}
