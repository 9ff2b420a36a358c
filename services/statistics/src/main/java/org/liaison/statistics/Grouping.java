package org.liaison.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Forms groups of at least `k` cases, one variable after the other.
///
/// A value that fewer than `k` cases have is withheld, together with those that stated nothing; and
/// where all these are still fewer than `k`, or seem to be, others are withheld with them. So
/// whoever sees the groups cannot tell a value that nobody has from one that ten have: both look
/// like cases that stated nothing. It is the same whether the withheld value is taken out of the
/// facts before or after the groups are formed, and `GroupingTest` holds that.
final class Grouping {

    private final int k;
    private final Cover cover;

    Grouping(int k, Cover cover) {
        this.k = k;
        this.cover = cover;
    }

    /// No group at all where there are fewer than `k` cases.
    List<Group> of(Collection<CodedFact> facts, List<Variable> panel) {
        List<Group> groups = new ArrayList<>();
        if (cases(facts) >= k) split(List.copyOf(facts), panel, new EnumMap<>(Variable.class), groups);
        return List.copyOf(groups);
    }

    private void split(List<CodedFact> facts, List<Variable> rest, Map<Variable, String> known, List<Group> groups) {
        if (rest.isEmpty()) {
            groups.add(new Group(known, facts.size(), cases(facts)));
            return;
        }
        Variable variable = rest.getFirst();
        List<Variable> later = rest.subList(1, rest.size());
        Map<String, List<CodedFact>> standing = new TreeMap<>();
        for (CodedFact fact : facts)
            standing.computeIfAbsent(fact.value(variable), _ -> new ArrayList<>())
                    .add(fact);
        List<CodedFact> withheld = withhold(standing);
        standing.forEach((value, those) -> split(those, later, with(known, variable, value), groups));
        if (!withheld.isEmpty()) split(withheld, later, with(known, variable, Variable.WITHHELD), groups);
    }

    /// Takes out of the values what cannot stand, and enough besides.
    private List<CodedFact> withhold(Map<String, List<CodedFact>> standing) {
        List<CodedFact> withheld = new ArrayList<>();
        standing.entrySet().removeIf(value -> {
            boolean stands = !value.getKey().equals(Variable.WITHHELD) && cases(value.getValue()) >= k;
            if (!stands) withheld.addAll(value.getValue());
            return !stands;
        });
        if (withheld.isEmpty()) return withheld;
        int extra = cover.more(k);
        while (cases(withheld) < k && !standing.isEmpty()) draw(standing, withheld, k - cases(withheld));
        if (extra > 0 && most(standing).filter(those -> cases(those) > k).isPresent()) draw(standing, withheld, extra);
        return withheld;
    }

    /// Moves cases of the commonest value, so many that a value of at least `k` remains; where it cannot spare one,
    /// all of the rarest.
    private void draw(Map<String, List<CodedFact>> standing, List<CodedFact> withheld, int wanted) {
        List<CodedFact> commonest = most(standing).orElseThrow();
        int spare = Math.min(wanted, cases(commonest) - k);
        if (spare <= 0) {
            Map.Entry<String, List<CodedFact>> rarest = standing.entrySet().stream()
                    .min(Comparator.comparingInt(value -> cases(value.getValue())))
                    .orElseThrow();
            withheld.addAll(rarest.getValue());
            standing.remove(rarest.getKey());
            return;
        }
        List<String> drawn = new ArrayList<>(
                new LinkedHashSet<>(commonest.stream().map(CodedFact::unit).toList()));
        cover.mix(drawn);
        Set<String> gone = Set.copyOf(drawn.subList(0, spare));
        commonest.removeIf(fact -> gone.contains(fact.unit()) && withheld.add(fact));
    }

    private static Optional<List<CodedFact>> most(Map<String, List<CodedFact>> standing) {
        return standing.values().stream().max(Comparator.comparingInt(Grouping::cases));
    }

    static int cases(Collection<CodedFact> facts) {
        Set<String> cases = new HashSet<>();
        for (CodedFact fact : facts) cases.add(fact.unit());
        return cases.size();
    }

    private static Map<Variable, String> with(Map<Variable, String> known, Variable variable, String value) {
        Map<Variable, String> more = new EnumMap<>(Variable.class);
        more.putAll(known);
        more.put(variable, value);
        return more;
    }
}
