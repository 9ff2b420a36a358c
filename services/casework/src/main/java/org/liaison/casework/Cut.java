package org.liaison.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Walks a form beside its schema and keeps what passes. A field that the schema does not know, or of which it says no
/// class, does not pass. `told` hears of each class that the form holds, and of the place where it begins; `left` of
/// each place where something stays behind, and of its class (empty if the schema does not know the field).
final class Cut {

    private final SchemaWalk walk;
    private final Predicate<String> passes;
    private final BiConsumer<Pointer, String> told;
    private final BiConsumer<Pointer, String> left;

    Cut(SchemaWalk walk, Predicate<String> passes, BiConsumer<Pointer, String> told, BiConsumer<Pointer, String> left) {
        this.walk = walk;
        this.passes = passes;
        this.told = told;
        this.left = left;
    }

    /// `whole` is the schema that names the classes, `view` the one that says which fields the document has.
    ObjectNode of(ObjectNode form, JsonNode whole, JsonNode view) {
        return object(form, walk.chain(whole), walk.chain(view), new Origin("", Pointer.ROOT), Pointer.ROOT);
    }

    /// A class of information and the place where it begins.
    private record Origin(String name, Pointer from) {}

    private ObjectNode object(
            ObjectNode from, List<JsonNode> whole, List<JsonNode> view, Origin dataClass, Pointer at) {
        ObjectNode kept = from.objectNode();
        from.propertyStream()
                .forEach(field -> value(
                                field.getValue(),
                                walk.step(whole, field.getKey()),
                                walk.step(view, field.getKey()),
                                dataClass,
                                at.then(field.getKey()))
                        .ifPresent(node -> kept.set(field.getKey(), node)));
        return kept;
    }

    private Optional<JsonNode> value(
            JsonNode value, List<JsonNode> whole, List<JsonNode> view, Origin inherited, Pointer at) {
        if (whole.isEmpty()) {
            left.accept(at, "");
            return Optional.empty();
        }
        Origin dataClass = dataClass(whole, value, inherited, at);
        return switch (value) {
            case ObjectNode group
            when !group.isEmpty() ->
                Optional.<JsonNode>of(object(group, whole, view, dataClass, at)).filter(kept -> !kept.isEmpty());
            case ArrayNode list when !list.isEmpty() -> list(list, whole, view, dataClass, at);
            default -> {
                told.accept(dataClass.from, dataClass.name);
                if (!view.isEmpty() && passes.test(dataClass.name)) yield Optional.of(value);
                left.accept(at, dataClass.name);
                yield Optional.empty();
            }
        };
    }

    private Optional<JsonNode> list(
            ArrayNode list, List<JsonNode> whole, List<JsonNode> view, Origin dataClass, Pointer at) {
        List<JsonNode> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String step = Integer.toString(i);
            value(list.path(i), walk.step(whole, step), walk.step(view, step), dataClass, at.then(step))
                    .ifPresent(kept::add);
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(list.arrayNode().addAll(kept));
    }

    /// The class that the field itself has, or that of the group it stands in.
    private static Origin dataClass(List<JsonNode> chain, JsonNode value, Origin inherited, Pointer at) {
        for (JsonNode node : chain) {
            String own = node.path("x-class").stringValue("");
            if (own.equals(Minimisation.NAMED_BY_ENTRY))
                return new Origin(value.path(Minimisation.NAMED_BY_ENTRY).stringValue(""), at);
            if (!own.isEmpty()) return new Origin(own, at);
        }
        return inherited;
    }
}
