package org.liaison.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// A table as it stands in its file: the rows, and for what has no row, why.
record Table(
        String format,
        String title,
        String edition,
        String source,
        String names,
        MessageKind kind,
        String version,
        Map<Place, JsonNode> fixed,
        List<Row> rows,
        Map<String, String> left,
        Map<String, String> leftTheirs) {

    static Table shipped(String format) {
        try (InputStream in = Table.class.getResourceAsStream(format + ".json")) {
            if (in == null) throw new IllegalStateException("the program was built without the table " + format);
            return read(StrictJson.MAPPER.readTree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table read(JsonNode json) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : json.path("rows")) rows.add(Row.read(row));
        Map<Place, JsonNode> fixed = new LinkedHashMap<>();
        json.path("fixed").properties().forEach(entry -> fixed.put(Place.of(entry.getKey()), entry.getValue()));
        return new Table(
                json.path("format").stringValue(),
                json.path("title").stringValue(),
                json.path("edition").stringValue(),
                json.path("source").stringValue(),
                json.path("names").stringValue(),
                new MessageKind(json.path("kind").stringValue()),
                json.path("version").stringValue(),
                fixed,
                rows,
                reasons(json.path("left")),
                reasons(json.path("leftTheirs")));
    }

    private static Map<String, String> reasons(JsonNode list) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (JsonNode pair : list)
            reasons.put(pair.path(0).stringValue(), pair.path(1).stringValue());
        return reasons;
    }

    Table with(List<Row> others) {
        return new Table(format, title, edition, source, names, kind, version, fixed, others, left, leftTheirs);
    }

    /// The reason given for the nearest place above.
    static String reason(Map<String, String> reasons, String pattern, String otherwise) {
        String place = pattern;
        while (!place.isEmpty()) {
            String reason = reasons.get(place);
            if (reason != null) return reason;
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return otherwise;
    }
}
