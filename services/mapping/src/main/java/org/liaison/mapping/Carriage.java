package org.liaison.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One form on its way over, in either direction; what stays behind is written down as it happens.
final class Carriage {

    private static final Pattern FULL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final JsonNode from;
    private final ObjectNode to = StrictJson.MAPPER.createObjectNode();
    private final Set<String> taken = new HashSet<>();
    private final Set<Loss> losses = new LinkedHashSet<>();

    Carriage(JsonNode from) {
        this.from = from;
    }

    ObjectNode content() {
        return to;
    }

    List<Loss> losses() {
        return List.copyOf(losses);
    }

    void lose(String field, String why) {
        losses.add(new Loss(field, why));
    }

    void out(Row row) {
        for (Place.Found found : row.ours().in(from)) {
            String pointer = row.ours().pointer(found.numbers());
            taken.add(pointer);
            if (row.theirs().isEmpty()) lose(pointer, row.unsourced());
            else if (row.onlyIf().isPresent() && !allowed(row.onlyIf().get())) lose(pointer, row.lostOut());
            else
                outward(row, pointer, found.value())
                        .ifPresent(value -> row.theirs().get().put(to, found.numbers(), value));
        }
    }

    private boolean allowed(Place condition) {
        return condition.one(from).map(JsonNode::isBoolean).orElse(false)
                && condition.one(from).orElseThrow().booleanValue();
    }

    private Optional<JsonNode> outward(Row row, String pointer, JsonNode value) {
        return switch (row.shape()) {
            case TEXT -> Optional.of(value);
            case DATE -> FULL_DATE.matcher(value.stringValue("")).matches() ? Optional.of(value) : lost(pointer, row);
            case CODE -> row.outward(value).<JsonNode>map(this::text).or(() -> lost(pointer, row));
            case CODES -> {
                Set<String> codes = new LinkedHashSet<>();
                for (int n = 0; n < value.size(); n++) {
                    Optional<String> code = row.outward(value.path(n));
                    code.ifPresent(codes::add);
                    if (code.isEmpty()) lose(pointer + "/" + n, row.lostOut());
                }
                yield list(codes.stream().map(this::text).toList());
            }
            case FIRST -> {
                List<JsonNode> kept = new ArrayList<>();
                for (int n = 0; n < value.size(); n++)
                    if (kept.isEmpty() && !row.never().contains(value.path(n).asString(""))) kept.add(value.path(n));
                    else lose(pointer + "/" + n, row.lostOut());
                yield kept.stream().findFirst();
            }
        };
    }

    void in(Row row) {
        if (row.theirs().isEmpty()) return;
        Place theirs = row.theirs().get();
        for (Place.Found found : theirs.in(from)) {
            String pointer = theirs.pointer(found.numbers());
            taken.add(pointer);
            inward(row, pointer, found.value()).ifPresent(value -> row.ours().put(to, found.numbers(), value));
        }
    }

    private Optional<JsonNode> inward(Row row, String pointer, JsonNode value) {
        return switch (row.shape()) {
            case TEXT, DATE -> Optional.of(value);
            case CODE -> row.inward(value).or(() -> lostIn(pointer, row));
            case CODES -> {
                List<JsonNode> codes = new ArrayList<>();
                for (int n = 0; n < value.size(); n++) {
                    Optional<JsonNode> code = row.inward(value.path(n));
                    code.ifPresent(codes::add);
                    if (code.isEmpty()) lose(pointer + "/" + n, row.lostIn());
                }
                yield list(codes);
            }
            case FIRST -> value.isValueNode() ? list(List.of(value)) : lostIn(pointer, row);
        };
    }

    /// Whatever no row took, by pattern, with the reason that the table gives.
    void rest(Map<String, String> reasons, Set<String> silent, String otherwise) {
        Leaves.of(from).forEach((pointer, pattern) -> {
            if (!silent.contains(pointer) && !Leaves.taken(pointer, taken))
                lose(pattern, Table.reason(reasons, pattern, otherwise));
        });
    }

    private Optional<JsonNode> lost(String pointer, Row row) {
        lose(pointer, row.lostOut());
        return Optional.empty();
    }

    private Optional<JsonNode> lostIn(String pointer, Row row) {
        lose(pointer, row.lostIn());
        return Optional.empty();
    }

    private JsonNode text(String text) {
        return StrictJson.MAPPER.getNodeFactory().stringNode(text);
    }

    private static Optional<JsonNode> list(List<? extends JsonNode> values) {
        ArrayNode list = StrictJson.MAPPER.createArrayNode();
        values.forEach(list::add);
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
