package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.List;
import org.liaison.message.Language;
import tools.jackson.databind.JsonNode;

/// What a group demands under a condition: some fields are needed then, others ruled out.
record Rule(Condition condition, List<Demand> then, List<Demand> otherwise) {

    Rule {
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
    }

    /// One field, seen from the group, and the sentence behind the demand.
    record Demand(List<String> field, boolean needed, Text because) {
        Demand {
            field = List.copyOf(field);
        }
    }

    private record Reading(Condition condition, Language language) {}

    /// The rules of a group, as the schema lists them under `allOf`.
    static List<Rule> of(Shape group, Language language) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : group.chain()) for (JsonNode rule : node.path("allOf")) read(rule, rules, language);
        return rules;
    }

    private static void read(JsonNode rule, List<Rule> rules, Language language) {
        if (rule.has("if")) {
            Condition condition = new Condition(rule.path("if"));
            Reading reading = new Reading(condition, language);
            rules.add(new Rule(
                    condition,
                    demands(rule.path("then"), List.of(), reading),
                    demands(rule.path("else"), List.of(), reading)));
        } else {
            // Of fields that exclude each other, the answered one rules the others out.
            List<String> fields = names(rule.path("not").path("required"));
            Text because = Text.said(rule.path("x-sentence").asString(""), language);
            for (String field : fields) {
                List<Demand> others = fields.stream()
                        .filter(other -> !other.equals(field))
                        .map(other -> new Demand(List.of(other), false, because))
                        .toList();
                rules.add(new Rule(new Condition(required(field)), others, List.of()));
            }
        }
    }

    private static List<Demand> demands(JsonNode branch, List<String> at, Reading reading) {
        List<Demand> demands = new ArrayList<>();
        Text because = Text.said(branch.path("x-sentence").asString(""), reading.language);
        for (String name : names(branch.path("required"))) demands.add(new Demand(then(at, name), true, because));
        if (branch.path("minItems").intValue(0) > 0 && !at.isEmpty()) demands.add(new Demand(at, true, because));
        branch.path("properties")
                .propertyStream()
                .forEach(field -> demands.addAll(demands(field.getValue(), then(at, field.getKey()), reading)));
        ruledOut(branch.path("not")).stream()
                // What the condition itself asks about is no question too many: its answer is refused.
                .filter(name -> !reading.condition.asksAbout(name))
                .forEach(name -> demands.add(new Demand(then(at, name), false, because)));
        return demands;
    }

    private static List<String> ruledOut(JsonNode not) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : not.path("anyOf")) names.addAll(alone(one));
        names.addAll(alone(not));
        return names;
    }

    private static List<String> alone(JsonNode node) {
        List<String> names = names(node.path("required"));
        return names.size() == 1 ? names : List.of();
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(name -> name.stringValue("")).toList();
    }

    private static List<String> then(List<String> at, String name) {
        List<String> longer = new ArrayList<>(at);
        longer.add(name);
        return longer;
    }

    private static JsonNode required(String field) {
        var node = org.liaison.message.StrictJson.MAPPER.createObjectNode();
        node.putArray("required").add(field);
        return node;
    }
}
