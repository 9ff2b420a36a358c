package org.liaison.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object read field by field: every field must be asked for, none may come twice, none may be left over.
/// What is wrong is an [IllegalArgumentException] whose message names the field and never quotes its content.
public final class StrictJson {

    private static final Pattern UTC_TIME = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}Z");

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(4 * 1024 * 1024)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String place;
    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();

    private StrictJson(String place, JsonNode node) {
        if (!(node instanceof ObjectNode objectNode)) throw new IllegalArgumentException(place + " is not an object");
        this.place = place;
        this.object = objectNode;
    }

    /// Reads a whole document; every failure becomes [Reading.Garbled].
    public static <T> Reading<T> read(Bytes json, String what, Function<StrictJson, T> reader) {
        try {
            StrictJson object = new StrictJson(what, MAPPER.readTree(json.toArray()));
            T value = reader.apply(object);
            object.nothingElse();
            return new Reading.Clear<>(value);
        } catch (JacksonException e) {
            return new Reading.Garbled<>(what + " is not well-formed JSON");
        } catch (IllegalArgumentException e) {
            return new Reading.Garbled<>(String.valueOf(e.getMessage()));
        }
    }

    public static Bytes write(ObjectNode object) {
        return Bytes.owned(MAPPER.writeValueAsBytes(object));
    }

    public String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> new IllegalArgumentException(place + " lacks the text field '" + field + "'"));
    }

    public Optional<String> optionalText(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null) return Optional.empty();
        if (!node.isString()) throw new IllegalArgumentException(place + ": '" + field + "' is not a text");
        return Optional.of(node.stringValue());
    }

    public long number(String field) {
        return optionalNumber(field)
                .orElseThrow(() -> new IllegalArgumentException(place + " lacks the number '" + field + "'"));
    }

    public Optional<Long> optionalNumber(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null) return Optional.empty();
        if (!node.isIntegralNumber() || !node.canConvertToLong())
            throw new IllegalArgumentException(place + ": '" + field + "' is not a whole number");
        return Optional.of(node.longValue());
    }

    public boolean flag(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null || !node.isBoolean())
            throw new IllegalArgumentException(place + " lacks the true or false of '" + field + "'");
        return node.booleanValue();
    }

    /// Whether the field is there at all; for fields that may be left out.
    public boolean has(String field) {
        return object.has(field);
    }

    /// The texts of an object by their names, in the order written.
    public Map<String, String> textsByName(String field) {
        asked.add(field);
        if (!(object.get(field) instanceof ObjectNode node))
            throw new IllegalArgumentException(place + " lacks the object '" + field + "'");
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isString())
                throw new IllegalArgumentException(place + ": '" + field + "' holds more than texts");
            texts.put(entry.getKey(), entry.getValue().stringValue());
        });
        return texts;
    }

    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : array(field)) {
            if (!node.isString()) throw new IllegalArgumentException(place + ": '" + field + "' holds more than texts");
            texts.add(node.stringValue());
        }
        return texts;
    }

    public List<StrictJson> objects(String field) {
        List<StrictJson> objects = new ArrayList<>();
        for (JsonNode node : array(field)) objects.add(new StrictJson(place + "." + field, node));
        return objects;
    }

    public StrictJson object(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null) throw new IllegalArgumentException(place + " lacks the object '" + field + "'");
        return new StrictJson(place + "." + field, node);
    }

    public <T> T as(String field, Function<String, T> reading) {
        return parse(field, text(field), reading);
    }

    public <T> Optional<T> optionalAs(String field, Function<String, T> reading) {
        return optionalText(field).map(text -> parse(field, text, reading));
    }

    public <T> List<T> listAs(String field, Function<String, T> reading) {
        return texts(field).stream().map(text -> parse(field, text, reading)).toList();
    }

    public void nothingElse() {
        for (String field : object.propertyNames())
            if (!asked.contains(field)) throw new IllegalArgumentException(place + " has a field too many");
    }

    /// RFC 3339 §5.6: the year has four digits. Java reads more, and later a database does not.
    public static Instant instant(String text) {
        if (!UTC_TIME.matcher(text).matches())
            throw new IllegalArgumentException("not a UTC time such as 2026-03-06T09:00:00Z");
        return Instant.parse(text);
    }

    private Iterable<JsonNode> array(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null || !node.isArray())
            throw new IllegalArgumentException(place + " lacks the list '" + field + "'");
        return node;
    }

    private <T> T parse(String field, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(place + ": '" + field + "' cannot be read", e);
        }
    }
}
