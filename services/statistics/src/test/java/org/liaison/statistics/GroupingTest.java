package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final int K = 11;
    private static final List<Variable> PERSON = Population.REFERRAL.panels().getFirst();
    private static final List<Variable> SEX = List.of(Variable.SEX);

    @Test
    void fewer_than_eleven_cases_make_no_group_at_all() {
        assertThat(groups(Crowd.of(10, "f", Crowd.JANUARY, Variable.SEX, "2"), SEX))
                .isEmpty();
        assertThat(groups(Crowd.of(11, "f", Crowd.JANUARY, Variable.SEX, "2"), SEX))
                .extracting(Group::cases)
                .containsExactly(11);
    }

    @Test
    void a_value_of_few_is_withheld_and_others_go_along_with_it() {
        List<CodedFact> facts = Crowd.of(40, "f", Crowd.JANUARY, Variable.SEX, "2");
        facts.addAll(Crowd.of(3, "m", Crowd.JANUARY, Variable.SEX, "1"));
        assertThat(counts(groups(facts, SEX), Variable.SEX)).isEqualTo(Map.of("2", 32, Variable.WITHHELD, 11));
    }

    @Test
    void a_value_that_cannot_spare_any_is_withheld_whole() {
        List<CodedFact> facts = Crowd.of(11, "f", Crowd.JANUARY, Variable.SEX, "2");
        facts.addAll(Crowd.of(3, "m", Crowd.JANUARY, Variable.SEX, "1"));
        assertThat(counts(groups(facts, SEX), Variable.SEX)).isEqualTo(Map.of(Variable.WITHHELD, 14));
    }

    @Test
    void messages_of_one_case_are_one_case_however_many_they_are() {
        List<CodedFact> facts = new ArrayList<>();
        for (int i = 0; i < 500; i++)
            facts.add(new CodedFact(Population.MESSAGE, "one", Crowd.JANUARY, Crowd.values(Variable.SENT_TO, "XB")));
        for (int i = 0; i < 60; i++)
            facts.add(new CodedFact(
                    Population.MESSAGE, "case-" + i / 2, Crowd.JANUARY, Crowd.values(Variable.SENT_TO, "XA")));
        List<Group> groups = groups(facts, List.of(Variable.SENT_TO));
        assertThat(groups).allMatch(group -> group.cases() >= K);
        assertThat(groups).extracting(group -> group.value(Variable.SENT_TO)).doesNotContain("XB");
        assertThat(groups.stream().mapToLong(Group::facts).sum()).isEqualTo(560);
    }

    @Test
    void nobody_is_lost_and_every_group_has_at_least_eleven_cases() {
        for (int seed = 0; seed < 60; seed++) {
            List<CodedFact> facts = Crowd.random(new Random(seed), 11 + seed * 6, Crowd.JANUARY);
            for (List<Variable> panel : Population.REFERRAL.panels()) {
                List<Group> groups = new Grouping(K, Crowd.drawn(seed)).of(facts, panel);
                assertThat(groups).allMatch(group -> group.cases() >= K);
                assertThat(groups.stream().mapToLong(Group::facts).sum()).isEqualTo(facts.size());
            }
        }
    }

    /// Whoever sees the groups could as well be looking at a crowd in which what is withheld was never stated.
    @Test
    void taking_out_beforehand_what_is_withheld_changes_nothing() {
        for (int seed = 0; seed < 60; seed++) {
            List<CodedFact> facts = Crowd.random(new Random(seed), 30 + seed * 6, Crowd.JANUARY);
            List<Group> groups = new Grouping(K, Crowd.drawn(seed)).of(facts, PERSON);
            assertThat(groups(members(groups), PERSON)).containsExactlyInAnyOrderElementsOf(groups);
        }
    }

    /// The proof that a small cell stays unknown: for every value that nobody of a group is shown to have there is a
    /// crowd in which none of them has it, one in which one has it, and so on up to ten; and all show the same.
    @Test
    void nought_and_one_to_ten_of_a_withheld_value_show_the_same() {
        int looked = 0;
        for (int seed = 0; seed < 8; seed++) {
            List<CodedFact> facts = Crowd.random(new Random(seed), 60 + seed * 12, Crowd.JANUARY);
            List<Group> groups = new Grouping(K, Crowd.drawn(seed)).of(facts, PERSON);
            for (Group group : groups)
                for (Variable variable : PERSON) {
                    if (!group.value(variable).equals(Variable.WITHHELD)) continue;
                    for (String code : variable.codes().meanings().keySet()) {
                        if (isShownBeside(group, variable, code, groups)) continue;
                        for (int many : new int[] {0, 1, 5, 9, 10}) {
                            looked++;
                            List<CodedFact> other = having(members(groups), group, variable, code, many);
                            assertThat(groups(other, PERSON))
                                    .as("%d with %s %s", many, variable, code)
                                    .containsExactlyInAnyOrderElementsOf(groups);
                        }
                    }
                }
        }
        assertThat(looked).isGreaterThan(1000);
    }

    /// Whether others of the same standing, up to this variable, are shown to have the value: then it is not rare.
    private static boolean isShownBeside(Group group, Variable variable, String code, List<Group> groups) {
        List<Variable> before = PERSON.subList(0, PERSON.indexOf(variable));
        return groups.stream()
                .filter(other ->
                        before.stream().allMatch(earlier -> other.value(earlier).equals(group.value(earlier))))
                .anyMatch(other -> other.value(variable).equals(code));
    }

    /// A crowd that says exactly what the groups show.
    private static List<CodedFact> members(List<Group> groups) {
        List<CodedFact> members = new ArrayList<>();
        for (Group group : groups) {
            Map<Variable, String> known = new EnumMap<>(Variable.class);
            group.values().forEach((variable, code) -> {
                if (!code.equals(Variable.WITHHELD)) known.put(variable, code);
            });
            for (int i = 0; i < group.cases(); i++)
                members.add(new CodedFact(Population.REFERRAL, groups.indexOf(group) + "-" + i, Crowd.JANUARY, known));
        }
        return members;
    }

    private static List<CodedFact> having(
            List<CodedFact> members, Group group, Variable variable, String code, int many) {
        List<CodedFact> other = new ArrayList<>();
        int given = 0;
        for (CodedFact member : members) {
            boolean of = PERSON.stream().allMatch(one -> member.value(one).equals(group.value(one)));
            other.add(of && given++ < many ? member.with(Map.of(variable, code)) : member);
        }
        return other;
    }

    private static List<Group> groups(List<CodedFact> facts, List<Variable> panel) {
        return new Grouping(K, Crowd.NO_MORE).of(facts, panel);
    }

    private static Map<String, Integer> counts(List<Group> groups, Variable variable) {
        Map<String, Integer> counts = new HashMap<>();
        for (Group group : groups) counts.merge(group.value(variable), group.cases(), Integer::sum);
        return counts;
    }
}
