package org.liaison.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A closed period: its groups, panel by panel, formed once. Only stores and the gate see one; what leaves is a
/// [Release].
///
/// Empty where there were too few cases; they then wait for the next period and are counted in it.
public record Batch(Population population, Period period, Instant closed, List<List<Group>> panels) {

    public Batch {
        panels = panels.stream().map(List::copyOf).toList();
        if (panels.size() != population.panels().size())
            throw new IllegalArgumentException("a closed period has the groups of every panel");
    }

    static Batch of(Population population, Period period, List<CodedFact> facts, Grouping grouping, Instant now) {
        return new Batch(
                population,
                period,
                now,
                population.panels().stream()
                        .map(panel -> grouping.of(facts, panel))
                        .toList());
    }

    /// Whether the facts it was made of are used up.
    public boolean hasGroups() {
        return !panels.getFirst().isEmpty();
    }

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("population", population.name());
        json.put("from", period.from().toString());
        json.put("to", period.to().toString());
        json.put("closed", closed.toString());
        ArrayNode all = json.putArray("panels");
        for (List<Group> panel : panels) {
            ArrayNode groups = all.addObject().putArray("groups");
            for (Group group : panel) {
                ObjectNode one = groups.addObject();
                one.put("facts", group.facts());
                one.put("cases", group.cases());
                ObjectNode values = one.putObject("values");
                group.values().forEach((variable, code) -> values.put(variable.name(), code));
            }
        }
        return StrictJson.write(json);
    }

    public static Batch read(Bytes json) {
        return switch (StrictJson.read(json, "closed period", Batch::read)) {
            case org.liaison.message.Reading.Clear<Batch>(Batch batch) -> batch;
            case org.liaison.message.Reading.Garbled<Batch>(String why) ->
                throw new IllegalStateException("A closed period of the statistics cannot be read back: " + why);
        };
    }

    private static Batch read(StrictJson json) {
        return new Batch(
                json.as("population", Population::valueOf),
                new Period(json.as("from", YearMonth::parse), json.as("to", YearMonth::parse)),
                json.as("closed", StrictJson::instant),
                json.objects("panels").stream()
                        .map(panel -> panel.objects("groups").stream()
                                .map(Batch::group)
                                .toList())
                        .toList());
    }

    private static Group group(StrictJson json) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        json.textsByName("values").forEach((name, code) -> values.put(Variable.valueOf(name), code));
        return new Group(values, json.number("facts"), Math.toIntExact(json.number("cases")));
    }
}
