package org.liaison.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.liaison.console.port.SnapshotShelf.Change;
import org.liaison.console.port.SnapshotShelf.Difference;
import tools.jackson.databind.JsonNode;

/// What changed from one snapshot to another. Authorities and agreements are known by their code or id; a
/// rule has no name, so a rule that was changed is one that went and one that came.
final class SnapshotDifferences {

    private SnapshotDifferences() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> differences = new ArrayList<>();
        for (String list : List.of("authorities", "agreements", "rules")) {
            Map<String, JsonNode> old = named(list, before.path(list));
            Map<String, JsonNode> young = named(list, after.path(list));
            young.forEach((name, thing) -> {
                JsonNode known = old.get(name);
                if (known == null) differences.add(new Difference(Change.ADDED, name, List.of()));
                else if (!known.equals(thing))
                    differences.add(new Difference(Change.CHANGED, name, changed(known, thing)));
            });
            old.keySet().stream()
                    .filter(name -> !young.containsKey(name))
                    .forEach(name -> differences.add(new Difference(Change.REMOVED, name, List.of())));
        }
        return differences;
    }

    private static Map<String, JsonNode> named(String list, JsonNode things) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode thing : things) named.put(name(list, thing), thing);
        return named;
    }

    private static String name(String list, JsonNode thing) {
        return switch (list) {
            case "authorities" -> thing.path("code").asString("");
            case "agreements" -> thing.path("id").asString("");
            default -> "rule " + thing;
        };
    }

    private static List<String> changed(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        names.addAll(before.propertyNames());
        names.addAll(after.propertyNames());
        return names.stream()
                .filter(name -> !before.path(name).equals(after.path(name)))
                .toList();
    }
}
