package org.liaison.directory.listing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list as JSON: the same columns as CSV, with lists as arrays, yes and no as true and false,
/// and what is empty left out. Text in it never reaches a spreadsheet as a formula, so nothing is
/// marked.
final class JsonListing {

    private static final String WHAT = "listing";
    private static final int VERSION = 1;

    private JsonListing() {}

    static String write(List<Row> rows) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put(WHAT, "authorities");
        json.put("version", VERSION);
        ArrayNode list = json.putArray("rows");
        for (Row row : rows) {
            ObjectNode one = list.addObject();
            for (Column column : Column.values()) if (!row.text(column).isEmpty()) put(one, column, row.text(column));
        }
        return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static void put(ObjectNode json, Column column, String cell) {
        switch (column.shape()) {
            case TEXT -> json.put(column.heading(), cell);
            case NUMBER -> json.put(column.heading(), Long.parseLong(cell));
            case FLAG -> json.put(column.heading(), cell.equals(Rows.YES));
            case LIST -> {
                ArrayNode list = json.putArray(column.heading());
                Row.split(cell).forEach(list::add);
            }
        }
    }

    static Contents read(String text) {
        List<Row> rows = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        try {
            JsonNode json = StrictJson.MAPPER.readTree(text);
            if (!json.path("version").isInt()
                    || json.path("version").intValue() != VERSION
                    || !json.path("rows").isArray())
                complaints.add(new Complaint(
                        0,
                        "",
                        "this is not a listing of version " + VERSION + ": an export shows what one looks like"));
            for (JsonNode row : json.path("rows")) rows.add(row(rows.size() + 1, row, complaints));
        } catch (JacksonException e) {
            complaints.add(new Complaint(0, "", "this is not well-formed JSON"));
        }
        return Contents.of(rows, complaints);
    }

    private static Row row(long line, JsonNode json, List<Complaint> complaints) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        if (!json.isObject()) complaints.add(new Complaint(line, "", "a row is an object"));
        json.properties().forEach(entry -> {
            Optional<Column> column = Column.of(entry.getKey());
            if (column.isEmpty())
                complaints.add(new Complaint(line, "", "a field has a name of no column; an export shows them all"));
            else
                cell(column.get(), entry.getValue())
                        .ifPresentOrElse(
                                cell -> cells.put(column.get(), cell),
                                () -> complaints.add(
                                        new Complaint(line, column.get().heading(), wanted(column.get()))));
        });
        return new Row(line, cells);
    }

    private static Optional<String> cell(Column column, JsonNode value) {
        return switch (column.shape()) {
            case TEXT -> value.isString() ? Optional.of(value.stringValue().strip()) : Optional.empty();
            case NUMBER ->
                value.isIntegralNumber() && value.canConvertToLong()
                        ? Optional.of(Long.toString(value.longValue()))
                        : Optional.empty();
            case FLAG -> value.isBoolean() ? Optional.of(value.booleanValue() ? Rows.YES : Rows.NO) : Optional.empty();
            case LIST -> list(value);
        };
    }

    private static Optional<String> list(JsonNode value) {
        if (!value.isArray()) return Optional.empty();
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString() || item.stringValue().contains(";")) return Optional.empty();
            texts.add(item.stringValue());
        }
        return Optional.of(Row.join(texts));
    }

    private static String wanted(Column column) {
        return switch (column.shape()) {
            case TEXT -> "this is a text";
            case NUMBER -> "this is a whole number";
            case FLAG -> "this is true or false";
            case LIST -> "this is a list of texts without semicolons";
        };
    }
}
