package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Somebody asks everything that can be asked, keeps every answer and subtracts.
///
/// The attacker knows the rules, and takes it for granted that nobody left anything unstated, which
/// makes it easier than it is. Small is 1 to 10.
class AttackTest {

    private static final int K = Terms.STANDARD.k();
    private static final int STEP = Terms.STANDARD.step();
    private static final List<Variable> PANEL = Population.REFERRAL.panels().getFirst();

    /// What is known of a number.
    private record Range(long low, long high) {
        static Range of(long figure) {
            return new Range(figure, figure + STEP - 1);
        }

        Range minus(Range other) {
            return new Range(low - other.high, high - other.low);
        }

        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        boolean pins() {
            long least = Math.max(low, 0);
            return least == high && least > 0 && least < K;
        }
    }

    /// Figures by what they are about: `sex=2 majorityStatus=ADULT`.
    private record Knowledge(Map<Set<String>, Range> figures) {

        /// Parent minus those of its parts that are shown: what is left are the parts that are not.
        List<Range> remainders() {
            List<Range> remainders = new ArrayList<>();
            figures.forEach((parent, whole) -> {
                for (Variable variable : PANEL) {
                    Range rest = whole;
                    boolean split = false;
                    for (Map.Entry<Set<String>, Range> part : figures.entrySet()) {
                        if (!isPart(part.getKey(), parent, variable)) continue;
                        rest = rest.minus(part.getValue());
                        split = true;
                    }
                    if (split) remainders.add(rest);
                }
            });
            return remainders;
        }

        private static boolean isPart(Set<String> part, Set<String> parent, Variable variable) {
            if (part.size() != parent.size() + 1 || !part.containsAll(parent)) return false;
            Set<String> more = new HashSet<>(part);
            more.removeAll(parent);
            String one = more.iterator().next();
            return one.startsWith(variable + "=") && !one.endsWith(Variable.WITHHELD);
        }

        List<Range> differencesTo(Knowledge other) {
            List<Range> differences = new ArrayList<>();
            figures.forEach((about, range) -> {
                Range theirs = other.figures.get(about);
                if (theirs != null) {
                    differences.add(range.minus(theirs));
                    differences.add(theirs.minus(range));
                }
            });
            return differences;
        }

        Knowledge plus(Knowledge other) {
            Map<Set<String>, Range> sums = new LinkedHashMap<>(figures);
            other.figures.forEach((about, range) -> sums.merge(about, range, Range::plus));
            return new Knowledge(sums);
        }
    }

    @Test
    void whoever_asks_everything_and_subtracts_pins_no_small_cell() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            LedgerInMemory ledger = new LedgerInMemory();
            Gate gate = new Gate("gateway-xc", Terms.STANDARD, ledger, Crowd.drawn(seed));
            Crowd.random(random, 150, GateTest.JANUARY).forEach(ledger::note);
            Knowledge half = ask(gate, GateTest.HALF_YEAR);
            Crowd.random(random, 1, GateTest.JUNE).forEach(ledger::note);
            assertThat(half.differencesTo(ask(gate, GateTest.HALF_YEAR))).noneMatch(Range::pins);
            Crowd.random(random, 60, GateTest.THIRD_QUARTER.from()).forEach(ledger::note);
            Period both = new Period(GateTest.HALF_YEAR.from(), GateTest.THIRD_QUARTER.to());
            Knowledge quarter = ask(gate, GateTest.THIRD_QUARTER);
            Knowledge all = ask(gate, both);
            for (Knowledge one : List.of(half, quarter, all))
                assertThat(one.remainders()).isNotEmpty().noneMatch(Range::pins);
            assertThat(all.differencesTo(half)).isNotEmpty().noneMatch(Range::pins);
            assertThat(all.differencesTo(half.plus(quarter))).noneMatch(Range::pins);
        }
    }

    /// The rounding is not what protects: without it there would still be whole groups only.
    @Test
    void even_unrounded_figures_differ_by_whole_groups_only() {
        int subtracted = 0;
        for (int seed = 0; seed < 10; seed++) {
            List<CodedFact> facts = Crowd.random(new Random(seed), 200, GateTest.JANUARY);
            List<Group> groups = new Grouping(K, Crowd.drawn(seed)).of(facts, PANEL);
            for (List<Variable> by : combinations()) {
                Map<List<String>, Long> fine = exact(groups, by);
                for (Variable left : by) {
                    List<Variable> fewer =
                            by.stream().filter(one -> one != left).toList();
                    int at = by.indexOf(left);
                    Map<List<String>, Long> rest = new LinkedHashMap<>(exact(groups, fewer));
                    fine.forEach((codes, count) -> {
                        if (codes.get(at).equals(Variable.WITHHELD)) return;
                        List<String> parent = new ArrayList<>(codes);
                        parent.remove(at);
                        rest.merge(parent, -count, Long::sum);
                    });
                    assertThat(rest.values()).allMatch(count -> count == 0 || count >= K);
                    subtracted += rest.size();
                }
            }
        }
        assertThat(subtracted).isGreaterThan(1000);
    }

    /// The same attack on figures of which merely the small ones were left out. It must succeed, or
    /// the test above tells nothing.
    @Test
    void the_attack_pins_small_cells_where_they_were_merely_left_out() {
        int pinned = 0;
        for (int seed = 0; seed < 10; seed++) {
            List<CodedFact> facts = Crowd.random(new Random(seed), 150, GateTest.JANUARY);
            Map<Set<String>, Range> figures = new LinkedHashMap<>();
            for (List<Variable> by : combinations()) {
                Map<List<String>, Long> counts = new LinkedHashMap<>();
                for (CodedFact fact : facts) counts.merge(fact.values(by), 1L, Long::sum);
                counts.forEach((codes, count) -> {
                    if (count >= K) figures.put(about(by, codes), new Range(count, count));
                });
            }
            pinned += (int) new Knowledge(figures)
                    .remainders().stream().filter(Range::pins).count();
        }
        assertThat(pinned).isGreaterThan(5);
    }

    /// And the same again on figures that were rounded, one cell at a time, as people join one by one.
    @Test
    void the_attack_tells_when_a_small_cell_grew_where_periods_are_not_closed() {
        Knowledge before = snapshot(Crowd.of(19, "a", GateTest.JANUARY, Variable.SEX, "2"));
        List<CodedFact> one = Crowd.of(19, "a", GateTest.JANUARY, Variable.SEX, "2");
        one.addAll(Crowd.of(1, "b", GateTest.JUNE, Variable.SEX, "2"));
        assertThat(snapshot(one).differencesTo(before)).anyMatch(range -> range.low() > 0);

        LedgerInMemory ledger = new LedgerInMemory();
        Gate gate = new Gate("gateway-xc", Terms.STANDARD, ledger, Crowd.NO_MORE);
        Crowd.of(19, "a", GateTest.JANUARY, Variable.SEX, "2").forEach(ledger::note);
        Knowledge closed = ask(gate, GateTest.HALF_YEAR);
        Crowd.of(1, "b", GateTest.JUNE, Variable.SEX, "2").forEach(ledger::note);
        assertThat(ask(gate, GateTest.HALF_YEAR)).isEqualTo(closed);
    }

    /// Two gateways that count the same cases would give each other's small cells away; so no case
    /// is counted twice, and the sum over gateways is a sum over different cases.
    @Test
    void two_gateways_together_show_no_more_than_each_does() {
        for (int seed = 0; seed < 10; seed++) {
            Knowledge xa = ofGateway("gateway-xa", seed, 90);
            Knowledge xc = ofGateway("gateway-xc", 100 + seed, 130);
            Knowledge report = xa.plus(xc);
            assertThat(report.differencesTo(xa)).noneMatch(Range::pins);
            assertThat(report.remainders()).noneMatch(Range::pins);
        }
    }

    private static Knowledge ofGateway(String name, int seed, int cases) {
        LedgerInMemory ledger = new LedgerInMemory();
        Crowd.random(new Random(seed), cases, GateTest.JANUARY).forEach(ledger::note);
        return ask(new Gate(name, Terms.STANDARD, ledger, Crowd.drawn(seed)), GateTest.HALF_YEAR);
    }

    /// Every table that can be asked for.
    private static Knowledge ask(Gate gate, Period period) {
        Map<Set<String>, Range> figures = new LinkedHashMap<>();
        for (List<Variable> by : combinations()) {
            Release release =
                    GateTest.released(gate.release(new Query(Population.REFERRAL, period, by), GateTest.NEXT_YEAR));
            if (release.total() > 0) figures.put(Set.of(), Range.of(release.total()));
            for (Table table : release.tables())
                for (Table.Cell cell : table.cells())
                    figures.put(about(table.by(), cell.codes()), Range.of(cell.count()));
        }
        return new Knowledge(figures);
    }

    private static Knowledge snapshot(List<CodedFact> facts) {
        Map<Set<String>, Range> figures = new LinkedHashMap<>();
        figures.put(Set.of(), Range.of(Terms.STANDARD.shown(facts.size())));
        return new Knowledge(figures);
    }

    private static Map<List<String>, Long> exact(List<Group> groups, List<Variable> by) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        for (Group group : groups) counts.merge(by.stream().map(group::value).toList(), group.facts(), Long::sum);
        return counts;
    }

    private static Set<String> about(List<Variable> by, List<String> codes) {
        Set<String> about = new TreeSet<>();
        for (int i = 0; i < by.size(); i++) about.add(by.get(i) + "=" + codes.get(i));
        return about;
    }

    /// One to four variables of the panel.
    private static List<List<Variable>> combinations() {
        return IntStream.range(1, 1 << PANEL.size())
                .filter(bits -> Integer.bitCount(bits) <= 4)
                .mapToObj(bits -> IntStream.range(0, PANEL.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(PANEL::get)
                        .toList())
                .toList();
    }
}
