package org.liaison.desk.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Whether a question needs an answer, given the answers so far, and the sentence of the rule that says so (empty
/// where no rule does).
public record Standing(Need need, Text because) {

    public enum Need {
        NEEDED,
        WELCOME,
        /// A rule asks for it, but not with the answers so far.
        ONLY_IF,
        /// With the answers so far it has no place.
        RULED_OUT
    }

    private static final Text NO_RULE = Text.english(Text.NOTHING);

    static Standing of(Question question) {
        return new Standing(question.required() ? Need.NEEDED : Need.WELCOME, NO_RULE);
    }

    /// The standing of every question about which a rule of a group has something to say, by its place.
    static Map<String, Standing> all(Question form, Answers answers, JsonNode header) {
        Map<String, Standing> standings = new HashMap<>();
        group(form, "", answers, header, standings);
        return standings;
    }

    private static void group(
            Question group, String at, Answers answers, JsonNode value, Map<String, Standing> standings) {
        for (Rule rule : group.rules()) {
            boolean holds = rule.condition().holds(value);
            apply(group, at, rule.then(), holds, standings);
            apply(group, at, rule.otherwise(), !holds, standings);
        }
        for (Question part : group.parts()) inside(part, at + "/" + part.name(), answers, standings);
    }

    private static void inside(Question question, String at, Answers answers, Map<String, Standing> standings) {
        if (question.input() == Input.GROUP) {
            JsonNode value = new Assembly(answers, Map.of())
                    .value(question, at, at)
                    .orElseGet(org.liaison.message.StrictJson.MAPPER::createObjectNode);
            group(question, at, answers, value, standings);
        }
        if (question.input() == Input.REPEATED && !question.entry().input().isSimple()) {
            int entries = Math.max(answers.entries(at), 1);
            for (int i = 0; i < entries; i++) inside(question.entry(), at + "/" + i, answers, standings);
        }
    }

    private static void apply(
            Question group, String at, List<Rule.Demand> demands, boolean active, Map<String, Standing> standings) {
        for (Rule.Demand demand : demands) {
            boolean always = isRequired(group, demand.field());
            if (!active && (!demand.needed() || always)) continue;
            Need need = !active ? Need.ONLY_IF : demand.needed() ? Need.NEEDED : Need.RULED_OUT;
            standings.merge(
                    at + "/" + String.join("/", demand.field()),
                    new Standing(need, demand.because()),
                    Standing::stronger);
        }
    }

    private static boolean isRequired(Question group, List<String> field) {
        return group.part(field.getFirst())
                .map(part -> field.size() == 1 ? part.required() : isRequired(part, field.subList(1, field.size())))
                .orElse(false);
    }

    private static Standing stronger(Standing one, Standing other) {
        return rank(other.need) > rank(one.need) ? other : one;
    }

    private static int rank(Need need) {
        return switch (need) {
            case WELCOME -> 0;
            case ONLY_IF -> 1;
            case NEEDED -> 2;
            case RULED_OUT -> 3;
        };
    }
}
