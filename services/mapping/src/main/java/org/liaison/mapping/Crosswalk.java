package org.liaison.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.casework.Projection;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A way between our forms and one other standard.
///
/// What leaves is what the holder may see and no more: the form is cut down to the holder's kind first. Without
/// identity, only fields that hold nothing but codes leave; a single such record is still no statistic, and goes to
/// nobody who may not see the case.
public final class Crosswalk {

    public static final List<String> FORMATS = List.of("htcds", "eio");

    private static final int MAX_BYTES = 1024 * 1024;
    private static final Set<String> HEADER = Set.of("/kind", "/version", "/view");
    private static final String FIELDS = "fields";

    private final Table table;

    private Crosswalk(Table table) {
        this.table = table;
    }

    public static Optional<Crosswalk> shipped(String format) {
        return FORMATS.contains(format) ? Optional.of(new Crosswalk(Table.shipped(format))) : Optional.empty();
    }

    /// The same with names for fields whose names could not be sourced, by our place: `/person/dependants` -> `vic_X`.
    public Crosswalk naming(Map<String, String> names) {
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            String name = names.get(row.ours().toString());
            rows.add(name == null || row.theirs().isPresent() ? row : row.named(new Place(List.of(name))));
        }
        return new Crosswalk(table.with(rows));
    }

    /// The kind of message that this standard is about.
    public MessageKind kind() {
        return table.kind();
    }

    Table table() {
        return table;
    }

    public Mapping export(Bytes form, AuthorityKind holder, boolean withoutIdentity) {
        ObjectNode whole;
        try {
            whole = object(form);
        } catch (IllegalArgumentException e) {
            return new Mapping.Withheld(String.valueOf(e.getMessage()));
        }
        if (!whole.path("kind").stringValue("").equals(table.kind().code()))
            return new Mapping.Withheld(
                    "Only a form of kind " + table.kind() + " can be put as " + table.format() + ".");
        Optional<ObjectNode> seen = seenBy(form, holder);
        if (seen.isEmpty() || seen.get().has("view"))
            return new Mapping.Withheld("An authority of kind " + holder.code() + " holds no more than a notice of a "
                    + table.kind() + ", if that; there is nothing to put as " + table.format() + ".");
        return outward(seen.get(), withoutIdentity);
    }

    private Mapping outward(ObjectNode seen, boolean withoutIdentity) {
        Carriage carriage = new Carriage(seen);
        for (Row row : table.rows()) {
            if (!withoutIdentity || row.coded()) carriage.out(row);
        }
        carriage.rest(
                withoutIdentity ? Map.of() : table.left(),
                HEADER,
                withoutIdentity ? "Left out, because it is not a code or could tell who the person is." : "No row.");
        ObjectNode content = StrictJson.MAPPER.createObjectNode();
        content.put("format", table.format());
        content.put("edition", table.edition());
        content.put("withoutIdentity", withoutIdentity);
        content.set(FIELDS, carriage.content());
        return new Mapping.Mapped(content, carriage.losses());
    }

    private Optional<ObjectNode> seenBy(Bytes form, AuthorityKind holder) {
        try {
            return Optional.of(object(Projection.project(form, table.kind(), holder)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A draft of a form. It is not complete: what the other standard does not have is to be filled in and checked.
    public Mapping draft(Bytes foreign) {
        try {
            ObjectNode read = object(foreign);
            JsonNode fields = read.path(FIELDS).isObject() ? read.path(FIELDS) : read;
            Carriage carriage = new Carriage(fields);
            ObjectNode draft = carriage.content();
            draft.put("kind", table.kind().code());
            draft.put("version", table.version());
            table.fixed().forEach((place, value) -> place.put(draft, List.of(), value));
            table.rows().forEach(carriage::in);
            carriage.rest(table.leftTheirs(), Set.of(), "Not a field of this standard that this program knows.");
            return new Mapping.Mapped(draft, carriage.losses());
        } catch (IllegalArgumentException e) {
            return new Mapping.Withheld(String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode object(Bytes json) {
        if (json.size() > MAX_BYTES)
            throw new IllegalArgumentException("The file is larger than " + MAX_BYTES + " bytes.");
        try {
            if (StrictJson.MAPPER.readTree(json.toArray()) instanceof ObjectNode object) return object;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The file is not well-formed JSON.", e);
        }
        throw new IllegalArgumentException("The file does not hold a group of fields in braces.");
    }
}
