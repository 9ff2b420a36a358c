package org.liaison.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists and named constants in the JSON of snapshots.
final class Fields {

    private Fields() {}

    /// Constants by their names; the complaint lists what there is.
    static <E extends Enum<E>> List<E> constants(Class<E> type, String what, List<String> names) {
        return names.stream().map(name -> constant(type, what, name)).toList();
    }

    static <E extends Enum<E>> E constant(Class<E> type, String what, String name) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(name)) return constant;
        throw new IllegalArgumentException("a " + what + " is one of "
                + String.join(
                        ", ",
                        List.of(type.getEnumConstants()).stream()
                                .map(Enum::name)
                                .toList()));
    }

    static <E extends Enum<E>> List<String> names(Set<E> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    static void texts(ObjectNode json, String field, List<String> texts) {
        ArrayNode list = json.putArray(field);
        texts.forEach(list::add);
    }

    static <T> Set<T> distinct(String field, List<T> values) {
        Set<T> set = new HashSet<>(values);
        if (set.size() != values.size()) throw new IllegalArgumentException("'" + field + "' lists something twice");
        return set;
    }

    static void textsIfAny(ObjectNode json, String field, List<String> texts) {
        if (!texts.isEmpty()) texts(json, field, texts);
    }

    static void textIfAny(ObjectNode json, String field, String text) {
        if (!text.isEmpty()) json.put(field, text);
    }

    static List<String> optionalTexts(StrictJson json, String field) {
        return json.has(field) ? json.texts(field) : List.of();
    }

    static Optional<Boolean> optionalFlag(StrictJson json, String field) {
        return json.has(field) ? Optional.of(json.flag(field)) : Optional.empty();
    }
}
