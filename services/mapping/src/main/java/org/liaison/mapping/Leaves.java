package org.liaison.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The values of a form by their places: what is left of them when all that was carried over is taken away.
final class Leaves {

    private Leaves() {}

    /// Pointer of each value to its pattern, in which `*` stands for the numbers.
    static Map<String, String> of(JsonNode root) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect(root, "", "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, String pattern, Map<String, String> leaves) {
        if (node.isObject())
            node.properties().forEach(entry -> {
                String step = "/" + entry.getKey();
                collect(entry.getValue(), pointer + step, pattern + step, leaves);
            });
        else if (node.isArray())
            for (int n = 0; n < node.size(); n++) collect(node.path(n), pointer + "/" + n, pattern + "/*", leaves);
        else leaves.put(pointer, pattern);
    }

    static boolean taken(String pointer, Set<String> taken) {
        String place = pointer;
        while (!place.isEmpty()) {
            if (taken.contains(place)) return true;
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return false;
    }
}
