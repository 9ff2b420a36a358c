package org.liaison.mapping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A place in a form, such as `/persons/*/name`; `*` stands for every entry of a list, and the
/// entries of two places are matched by their numbers.
record Place(List<String> steps) {

    private static final String EVERY = "*";
    private static final String CLASH = "two rows of a table want the same place";

    Place {
        steps = List.copyOf(steps);
    }

    static Place of(String pointer) {
        return new Place(List.of(pointer.substring(1).split("/")));
    }

    /// A value found, with the numbers of the entries on the way to it.
    record Found(List<Integer> numbers, JsonNode value) {}

    List<Found> in(JsonNode root) {
        List<Found> found = List.of(new Found(List.of(), root));
        for (String step : steps) {
            List<Found> next = new ArrayList<>();
            for (Found here : found)
                if (step.equals(EVERY)) each(here, next);
                else if (here.value().has(step))
                    next.add(new Found(here.numbers(), here.value().path(step)));
            found = next;
        }
        return found;
    }

    private static void each(Found here, List<Found> next) {
        if (!here.value().isArray()) return;
        for (int n = 0; n < here.value().size(); n++) {
            List<Integer> numbers = new ArrayList<>(here.numbers());
            numbers.add(n);
            next.add(new Found(numbers, here.value().path(n)));
        }
    }

    /// The one value there, for places without `*`.
    Optional<JsonNode> one(JsonNode root) {
        return in(root).stream().findFirst().map(Found::value);
    }

    /// Writes the value there, making groups and entries that lead to it. Throws [IllegalArgumentException] where
    /// something else stands in the way.
    void put(ObjectNode root, List<Integer> numbers, JsonNode value) {
        ObjectNode here = root;
        Iterator<Integer> entries = numbers.iterator();
        Iterator<String> way = steps.subList(0, steps.size() - 1).iterator();
        String step = "";
        while (way.hasNext()) {
            String next = way.next();
            if (next.equals(EVERY)) here = entry(here.path(step), entries.next());
            else {
                boolean list = leadsToList(next);
                if (!here.has(next)) here.set(next, list ? here.arrayNode() : here.objectNode());
                step = next;
                if (!list) here = group(here.path(next));
            }
        }
        here.set(steps.getLast(), value);
    }

    private boolean leadsToList(String step) {
        int at = steps.indexOf(step);
        return at + 1 < steps.size() && steps.get(at + 1).equals(EVERY);
    }

    private static ObjectNode entry(JsonNode list, int number) {
        if (!(list instanceof ArrayNode entries)) throw new IllegalArgumentException(CLASH);
        while (entries.size() <= number) entries.addObject();
        return group(entries.path(number));
    }

    private static ObjectNode group(JsonNode node) {
        if (node instanceof ObjectNode group) return group;
        throw new IllegalArgumentException(CLASH);
    }

    /// `/persons/1/name`, with numbers counted from 0.
    String pointer(List<Integer> numbers) {
        StringBuilder pointer = new StringBuilder();
        int used = 0;
        for (String step : steps)
            pointer.append('/').append(step.equals(EVERY) ? Integer.toString(numbers.get(used++)) : step);
        return pointer.toString();
    }

    @Override
    public String toString() {
        return "/" + String.join("/", steps);
    }
}
