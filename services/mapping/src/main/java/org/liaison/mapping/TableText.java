package org.liaison.mapping;

import java.util.stream.Collectors;

/// A table as Markdown, as `DESIGN.md` prints it.
final class TableText {

    private TableText() {}

    static String of(Table table) {
        StringBuilder text = new StringBuilder();
        text.append("### `")
                .append(table.format())
                .append("`: ")
                .append(table.title())
                .append("\n\n");
        text.append("Edition ")
                .append(table.edition())
                .append(", for `")
                .append(table.kind())
                .append("`. Source: ");
        text.append(table.source()).append("\n\n").append(table.names()).append("\n\n");
        text.append(
                "| ours | theirs | how | a code only | lost on the way out | lost on the way in |\n|---|---|---|---|---|---|\n");
        for (Row row : table.rows()) text.append(line(row));
        text.append("\n| ours, without a row | why |\n|---|---|\n");
        table.left().forEach((place, why) -> text.append("| `%s` | %s |\n".formatted(place, why)));
        text.append("\n| theirs, without a row | why |\n|---|---|\n");
        table.leftTheirs().forEach((place, why) -> text.append("| `%s` | %s |\n".formatted(place.substring(1), why)));
        return text.toString();
    }

    private static String line(Row row) {
        String theirs = row.theirs()
                .map(place -> "`" + place.toString().substring(1) + "`")
                .orElse("*unsourced*");
        String how = row.codes().isEmpty()
                ? row.shape().name()
                : row.shape() + ": "
                        + row.codes().stream()
                                .map(code -> code.ours().asString() + (code.outward() ? " → " : " ↔ ") + code.theirs())
                                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.ours(),
                        theirs,
                        how,
                        row.coded() ? "yes" : "",
                        row.unsourced().isEmpty() ? row.lostOut() : row.unsourced(),
                        row.lostIn());
    }
}
