package org.liaison.casework;

import java.util.ArrayList;
import java.util.List;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;

/// The places of a form where somebody can write what he likes: texts that are held neither to codes nor to a shape.
final class FreeTexts {

    private static final Schemas SCHEMAS = Schemas.ofShippedKinds();

    static List<String> of(String kind) {
        KindOfMessage known = Samples.FORMS.kind(new MessageKind(kind)).orElseThrow();
        List<String> places = new ArrayList<>();
        look(SCHEMAS.tree(known.form(), "1", View.WHOLE).orElseThrow(), "", places);
        return places;
    }

    private static void look(JsonNode schema, String place, List<String> places) {
        JsonNode known = schema.path("$ref").isString()
                ? SCHEMAS.resolve(schema.path("$ref").stringValue()).orElseThrow()
                : schema;
        boolean held = known.has("enum") || known.has("const") || known.has("pattern") || known.has("format");
        if (known.path("type").stringValue("").equals("string") && !held) places.add(place);
        known.path("properties")
                .propertyStream()
                .forEach(field -> look(field.getValue(), place + "/" + field.getKey(), places));
        if (known.has("items")) look(known.path("items"), place + "/*", places);
    }

    private FreeTexts() {}
}
