package org.liaison.casework;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Signs that a text speaks of a person. Only what has a shape can be found: addresses, numbers of phones, documents
/// and accounts, full dates of birth. A name has none, so the sender vouches for the text besides.
final class PersonalTraces {

    private static final Map<String, Pattern> SHAPES = Map.of(
            "an e-mail address", Pattern.compile("[^\\s@]{1,64}@[A-Za-z0-9-]{1,63}\\.[A-Za-z]{2,}"),
            "a phone number", Pattern.compile("\\+[1-9][0-9 ()/.-]{6,20}[0-9]|\\b0[0-9]{2,4}[ /-][0-9 -]{5,12}\\b"),
            "the number of a document", Pattern.compile("\\b[A-Z]{1,3}[ -]?[0-9]{6,9}\\b|\\b[0-9]{9,12}\\b"),
            "the number of an account", Pattern.compile("\\b[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?\\b"),
            "a date of birth", Pattern.compile("(?i)(\\bborn\\b|date of birth|\\bDOB\\b)[^.]{0,20}[0-9]{4}"));

    /// Looks at every text of the form beside the fields named, which hold what they are meant to hold.
    static void look(Filled form, String why, String... beside) {
        form.form().propertyStream().forEach(field -> {
            for (String name : beside) if (field.getKey().equals(name)) return;
            look(form, Pointer.below("", field.getKey()), field.getValue(), why);
        });
    }

    private static void look(Filled form, String pointer, JsonNode node, String why) {
        if (node.isString()) {
            SHAPES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(shape ->
                            shape.getValue().matcher(node.stringValue()).find())
                    .findFirst()
                    .ifPresent(shape -> form.problem(
                            pointer,
                            "Here stands something that looks like " + shape.getKey() + ".",
                            why,
                            "Write it without anything that leads to a person."));
        } else if (node.isObject()) {
            node.propertyStream()
                    .forEach(field -> look(form, Pointer.below(pointer, field.getKey()), field.getValue(), why));
        } else {
            for (int i = 0; i < node.size(); i++) look(form, pointer + "/" + i, node.path(i), why);
        }
    }

    private PersonalTraces() {}
}
