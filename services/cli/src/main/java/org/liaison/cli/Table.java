package org.liaison.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Facts in rows, as wide as what stands in them; only the last column is wrapped.
final class Table {

    private static final String GAP = "  ";

    /// What stands in a column, of a row.
    record Column(String heading, boolean number, Function<JsonNode, String> cell) {}

    private Table() {}

    static Column text(String heading, String pointer) {
        return new Column(heading, false, row -> Paper.text(row.at(pointer)));
    }

    /// `HANDED_OVER` as `handed over`.
    static Column code(String heading, String pointer) {
        return new Column(heading, false, row -> Paper.plain(row.at(pointer)));
    }

    static Column count(String heading, String pointer) {
        return new Column(heading, true, row -> Paper.text(row.at(pointer)));
    }

    static Column moment(String heading, String pointer) {
        return new Column(heading, false, row -> Paper.second(row.at(pointer)));
    }

    static Column length(String heading, String pointer) {
        return new Column(heading, true, row -> Paper.length(row.at(pointer)));
    }

    static Column yes(String heading, String pointer) {
        return new Column(heading, false, row -> Paper.yes(row.at(pointer)));
    }

    static Column many(String heading, String pointer) {
        return new Column(heading, false, row -> Paper.list(row.at(pointer)));
    }

    static Column worded(String heading, Function<JsonNode, String> cell) {
        return new Column(heading, false, cell);
    }

    static void print(Paper paper, int indent, JsonNode rows, Column... columns) {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (Column column : columns) head.add(column.heading().toUpperCase(Locale.ROOT));
        cells.add(head);
        for (JsonNode row : rows) {
            List<String> line = new ArrayList<>();
            for (Column column : columns) line.add(column.cell().apply(row));
            cells.add(line);
        }
        int[] widths = new int[columns.length];
        for (List<String> line : cells)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], line.get(i).length());
        for (List<String> line : cells) print(paper, indent, line, widths, columns);
    }

    private static void print(Paper paper, int indent, List<String> line, int[] widths, Column... columns) {
        StringBuilder start = new StringBuilder(" ".repeat(indent));
        int last = columns.length - 1;
        for (int i = 0; i < last; i++)
            start.append(aligned(line.get(i), widths[i], columns[i])).append(GAP);
        if (columns[last].number()) paper.line(start + aligned(line.get(last), widths[last], columns[last]));
        else paper.prose(start.toString(), start.length(), line.get(last));
    }

    private static String aligned(String text, int width, Column column) {
        return column.number() ? " ".repeat(width - text.length()) + text : Paper.pad(text, width);
    }
}
