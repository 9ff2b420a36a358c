package org.liaison.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Released figures. A combination that is missing was nobody's or is withheld; nobody can tell which.
public record Table(List<Variable> by, List<Cell> cells) {

    /// How many have these codes, rounded down.
    public record Cell(List<String> codes, long count) {

        public Cell {
            codes = List.copyOf(codes);
        }
    }

    public Table {
        by = List.copyOf(by);
        cells = List.copyOf(cells);
        for (Cell cell : cells)
            if (cell.codes.size() != by.size())
                throw new IllegalArgumentException("a cell has a code for each variable");
    }

    /// The only place where counts become figures.
    static Table of(List<Variable> by, Collection<Group> groups, Terms terms) {
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        for (Group group : groups) {
            long[] count = counts.computeIfAbsent(by.stream().map(group::value).toList(), _ -> new long[2]);
            count[0] += group.facts();
            count[1] += group.cases();
        }
        List<Cell> cells = new ArrayList<>();
        counts.forEach((codes, count) -> {
            long shown = count[1] < terms.k() ? 0 : terms.shown(count[0]);
            if (shown > 0) cells.add(new Cell(codes, shown));
        });
        cells.sort(Comparator.comparing(cell -> String.join(" ", cell.codes)));
        return new Table(by, cells);
    }

    /// The same table of several sources, cell by cell.
    static Table sum(List<Table> tables) {
        Map<List<String>, Long> sums = new LinkedHashMap<>();
        for (Table table : tables) for (Cell cell : table.cells) sums.merge(cell.codes, cell.count, Long::sum);
        return new Table(
                tables.getFirst().by,
                sums.entrySet().stream()
                        .map(sum -> new Cell(sum.getKey(), sum.getValue()))
                        .sorted(Comparator.comparing(cell -> String.join(" ", cell.codes)))
                        .toList());
    }

    /// The figure of one code in a table of one variable; 0 where it is not shown.
    long count(String code) {
        return cells.stream()
                .filter(cell -> cell.codes.equals(List.of(code)))
                .mapToLong(Cell::count)
                .sum();
    }

    List<String> meanings(Cell cell) {
        return IntStream.range(0, by.size())
                .mapToObj(i -> by.get(i).meaning(cell.codes.get(i)))
                .toList();
    }
}
