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
        List<JsonNode> chain = withReferences(root);
        for (String step : steps) {
            List<JsonNode> here = chain;
            Optional<JsonNode> next = here.stream()
                    .map(node -> child(node, step))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (next.isEmpty()) return List.of();
            chain = withReferences(next.get());
        }
        return chain;
    }

    private static Optional<JsonNode> child(JsonNode schema, String step) {
        JsonNode property = schema.path("properties").path(step);
        if (!property.isMissingNode()) return Optional.of(property);
        JsonNode items = schema.path("items");
        boolean index = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
        return index && !items.isMissingNode() ? Optional.of(items) : Optional.empty();
    }

    private List<JsonNode> withReferences(JsonNode node) {
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
