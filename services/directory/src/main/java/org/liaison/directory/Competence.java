package org.liaison.directory;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// What an authority is competent for, in which role, and for which part of its State (empty: all of it).
public record Competence(Set<AuthorityFunction> functions, Set<AuthorityRole> roles, String territory) {

    private static final int LONGEST_TERRITORY = 200;

    static final Competence NOTHING = new Competence(Set.of(), Set.of(), "");

    public Competence {
        functions = Collections.unmodifiableSortedSet(new TreeSet<>(functions));
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        Line.demand("territory", territory, LONGEST_TERRITORY);
    }

    void writeTo(ObjectNode json) {
        Fields.textsIfAny(json, "functions", Fields.names(functions));
        Fields.textsIfAny(json, "roles", Fields.names(roles));
        Fields.textIfAny(json, "territory", territory);
    }

    static Competence read(StrictJson json) {
        List<String> functions = Fields.optionalTexts(json, "functions");
        List<String> roles = Fields.optionalTexts(json, "roles");
        return new Competence(
                Fields.distinct("functions", Fields.constants(AuthorityFunction.class, "function", functions)),
                Fields.distinct("roles", Fields.constants(AuthorityRole.class, "role", roles)),
                json.optionalText("territory").orElse(""));
    }
}
