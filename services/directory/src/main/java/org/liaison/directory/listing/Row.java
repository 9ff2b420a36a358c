package org.liaison.directory.listing;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One authority's cells as texts. A column that is not there says nothing; one that is empty says that there is
/// nothing.
record Row(long line, Map<Column, String> cells) {

    private static final String BETWEEN = "; ";

    Row {
        cells = cells.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(cells));
    }

    String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    /// The texts of a cell that holds several.
    List<String> list(Column column) {
        return split(text(column));
    }

    /// This row over an older one: what it has a column for counts.
    Row over(Row older) {
        Map<Column, String> both = new EnumMap<>(Column.class);
        both.putAll(older.cells);
        both.putAll(cells);
        return new Row(line, both);
    }

    static String join(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    static List<String> split(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toList());
    }
}
