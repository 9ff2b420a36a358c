package org.liaison.directory;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Why a message may be sent or may not, step by step, for a person. It is permitted where no step says no.
public record Explanation(Question question, List<Step> steps, Optional<Agreement> agreement) {

    /// What a step looks at.
    public enum Point {
        SENDER,
        RECIPIENT,
        RULE,
        AGREEMENT,
        LEGAL_BASIS,
        CHANNEL,
        ACCEPTANCE,
        LANGUAGES,
        REQUIREMENTS,
        TIME_LIMITS
    }

    public enum Outcome {
        YES,
        NO,
        /// Nothing to decide, something to know.
        NOTE
    }

    public record Step(Point point, Outcome outcome, String sentence) {}

    public Explanation {
        steps = List.copyOf(steps);
    }

    public static Explanation of(Directory directory, Rulebook rulebook, Question question) {
        return new Reasoning(directory, rulebook, question).explain();
    }

    public boolean permitted() {
        return steps.stream().noneMatch(step -> step.outcome() == Outcome.NO);
    }

    /// The answer in one sentence: the first thing that stands against it, or on what it rests.
    public String sentence() {
        return steps.stream()
                .filter(step -> step.outcome() == Outcome.NO)
                .map(Step::sentence)
                .findFirst()
                .orElseGet(() -> question.from() + " may send " + question.kind() + " to " + question.to()
                        + agreement
                                .map(one -> " under " + one.id() + ", on the basis of " + one.basis())
                                .orElse("")
                        + ".");
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("permitted", permitted());
        json.put("why", sentence());
        json.put("from", question.from().toString());
        json.put("to", question.to().toString());
        json.put("kind", question.kind().toString());
        json.put("at", question.at().toString());
        json.put("urgent", question.urgent());
        ArrayNode list = json.putArray("steps");
        for (Step step : steps) {
            ObjectNode one = list.addObject();
            one.put("point", step.point().name());
            one.put("outcome", step.outcome().name());
            one.put("sentence", step.sentence());
        }
        agreement.ifPresent(one -> AgreementJson.write(one, json.putObject("agreement")));
        return json;
    }
}
