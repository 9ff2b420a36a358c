package org.liaison.casework;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts a mark into every text of a form, to look afterwards for where it went.
final class Markers {

    /// Every text becomes `marker` followed by its own pointer; kind, version and view stay.
    static void fill(ObjectNode form, String marker) {
        for (String name : List.copyOf(form.propertyNames()))
            if (!List.of("kind", "version", "view").contains(name))
                form.set(name, marked(form.path(name), marker, "/" + name));
    }

    /// The pointers of the texts that hold `marker`, as they were when they were marked.
    static List<String> found(JsonNode node, String marker) {
        List<String> pointers = new ArrayList<>();
        if (node.isString()) {
            if (node.stringValue().startsWith(marker))
                pointers.add(node.stringValue().substring(marker.length()));
        } else node.forEach(child -> pointers.addAll(found(child, marker)));
        return pointers;
    }

    private static JsonNode marked(JsonNode node, String marker, String pointer) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.propertyStream()
                        .forEach(field -> copy.set(
                                field.getKey(), marked(field.getValue(), marker, pointer + "/" + field.getKey())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                for (int i = 0; i < array.size(); i++) copy.add(marked(array.path(i), marker, pointer + "/" + i));
                yield copy;
            }
            default -> tools.jackson.databind.node.StringNode.valueOf(marker + pointer);
        };
    }

    private Markers() {}
}
