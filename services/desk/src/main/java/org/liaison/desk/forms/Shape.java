package org.liaison.desk.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.casework.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A field as its schema describes it: the node in place first, then those it refers to. What stands at the place of
/// use goes before what stands in a shared part.
record Shape(Forms forms, List<JsonNode> chain) {

    static Shape of(Forms forms, JsonNode schema) {
        return new Shape(forms, forms.chain(schema));
    }

    JsonNode of(String keyword) {
        for (JsonNode node : chain) if (node.has(keyword)) return node.path(keyword);
        return MissingNode.getInstance();
    }

    boolean has(String keyword) {
        return !of(keyword).isMissingNode();
    }

    String text(String keyword) {
        return of(keyword).asString("");
    }

    int number(String keyword, int otherwise) {
        return of(keyword).intValue(otherwise);
    }

    /// Where a form that several families share names an article for each, that of this family.
    String article(String family) {
        JsonNode article = of("x-article");
        return article.isObject() ? article.path(family).asString("") : article.asString("");
    }

    String example() {
        return of("examples").path(0).asString("");
    }

    /// Whether it is one of the shared shapes, such as `country`.
    boolean is(String shape) {
        return chain.stream().anyMatch(node -> node.path("$ref").stringValue("").endsWith("/" + shape));
    }

    boolean isConstant() {
        return has("const");
    }

    boolean isCoded() {
        return has("enum");
    }

    String type() {
        return text("type");
    }

    /// The fields inside, in the order in which the form was drawn up.
    Map<String, Shape> fields() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (JsonNode node : chain)
            node.path("properties")
                    .properties()
                    .forEach(entry -> fields.putIfAbsent(entry.getKey(), of(forms, entry.getValue())));
        return fields;
    }

    Shape entry() {
        return of(forms, of("items"));
    }

    boolean requires(String field) {
        return chain.stream()
                .flatMap(node -> node.path("required").valueStream())
                .anyMatch(name -> name.stringValue("").equals(field));
    }
}
