package org.liaison.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The coordinator's view over all States: released figures added up, cell by cell, and nothing else.
///
/// Every case was counted by the one gateway that opened it, so no case is in two releases; and sums over figures that
/// everybody may see tell nothing more than they do.
///
/// @param sources who released
/// @param showing for each table, in how many sources it shows anything
public record Report(
        Population population,
        Period period,
        List<String> sources,
        long total,
        List<Table> tables,
        Map<List<Variable>, Integer> showing) {

    /// One report for each population and period among the releases.
    public static List<Report> of(Collection<Release> releases) {
        refuseDoubles(releases);
        Map<String, List<Release>> together = new LinkedHashMap<>();
        for (Release release : releases)
            together.computeIfAbsent(release.population() + " " + release.period(), _ -> new ArrayList<>())
                    .add(release);
        return together.values().stream().map(Report::sum).toList();
    }

    private static void refuseDoubles(Collection<Release> releases) {
        List<Release> seen = new ArrayList<>();
        for (Release release : releases) {
            for (Release other : seen)
                if (other.source().equals(release.source())
                        && other.population() == release.population()
                        && other.period().meets(release.period()))
                    throw new IllegalArgumentException("Two of the files are by " + release.source() + " about "
                            + release.population().title() + "s in the same months (" + other.period() + ", "
                            + release.period() + "): their cases would be counted twice.");
            seen.add(release);
        }
    }

    private static Report sum(List<Release> releases) {
        Map<List<Variable>, List<Table>> byVariables = new LinkedHashMap<>();
        for (Release release : releases)
            for (Table table : release.tables())
                byVariables.computeIfAbsent(table.by(), _ -> new ArrayList<>()).add(table);
        Map<List<Variable>, Integer> showing = new LinkedHashMap<>();
        byVariables.forEach((by, tables) -> showing.put(
                by,
                Math.toIntExact(tables.stream()
                        .filter(table -> !table.cells().isEmpty())
                        .count())));
        Release first = releases.getFirst();
        return new Report(
                first.population(),
                first.period(),
                List.copyOf(new TreeSet<>(releases.stream().map(Release::source).toList())),
                releases.stream().mapToLong(Release::total).sum(),
                byVariables.values().stream().map(Table::sum).toList(),
                showing);
    }

    public List<Indicator> indicators() {
        return Indicator.of(population, total, tables);
    }

    /// What is missing from the sums.
    public String statement() {
        return "Sums of what " + sources.size() + " sources released (" + String.join(", ", sources)
                + "). Each source withheld combinations of fewer than its k cases and rounded the others down, so every"
                + " sum is too low: by less than a step for each source that shows the cell, and by whatever the other"
                + " sources withheld. Nothing that was withheld can be worked out from these sums.";
    }
}
