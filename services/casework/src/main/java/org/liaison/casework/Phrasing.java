package org.liaison.casework;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Puts what the schema validator found into words for an officer: from the sentence beside the broken requirement
/// where it has one, otherwise from the title, article and example of the field. It never quotes what the form says.
final class Phrasing {

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final String UNNAMED = "This field";

    private final Schemas schemas;
    private final JsonNode root;
    private final String family;

    /// `family` chooses the article where a form that families share names one for each.
    Phrasing(Schemas schemas, JsonNode root, String family) {
        this.schemas = schemas;
        this.root = root;
        this.family = family;
    }

    Problem problem(Error error) {
        Pointer place = place(error);
        Optional<JsonNode> rule = ruleWithSentence(error);
        if (rule.isPresent()) return ofAnnotations(place, rule.get());
        FieldText field = field(place);
        JsonNode refused = field.of("x-refused").path(text(error.getInstanceNode()));
        if (error.getKeyword().equals("enum") && refused.isObject()) return ofAnnotations(place, refused);
        return new Problem(
                place.toString(), sentence(error, field), article(field.of("x-article")), mend(error, field));
    }

    /// Where the field stands, or should stand.
    private static Pointer place(Error error) {
        Pointer at = Pointer.of(error.getInstanceLocation());
        String property = error.getProperty();
        if (property == null) return at;
        return switch (error.getKeyword()) {
            case "required" -> at.then(property);
            // An unknown field is named only if its name looks like one: it could hold anything.
            case "additionalProperties" -> FIELD_NAME.matcher(property).matches() ? at.then(property) : at;
            default -> at;
        };
    }

    private Optional<JsonNode> ruleWithSentence(Error error) {
        String location = String.valueOf(error.getSchemaLocation());
        int lastStep = location.lastIndexOf('/');
        if (lastStep < 0) return Optional.empty();
        return schemas.resolve(location.substring(0, lastStep)).filter(node -> node.has("x-sentence"));
    }

    private Problem ofAnnotations(Pointer place, JsonNode node) {
        return new Problem(
                place.toString(),
                text(node.path("x-sentence")),
                article(node.path("x-article")),
                text(node.path("x-mend")));
    }

    private String article(JsonNode node) {
        return text(node.isObject() ? node.path(family) : node);
    }

    private static String sentence(Error error, FieldText field) {
        String name = field.name();
        return switch (error.getKeyword()) {
            case "required" -> name + " is missing.";
            case "type" -> name + " must be " + typeInWords(field) + ".";
            case "enum" -> name + " is not one of its codes: " + list(field.of("enum")) + ".";
            case "const" -> name + " must be " + text(field.of("const")) + ".";
            case "pattern", "format" -> name + " is not written in its form.";
            case "minLength" ->
                name
                        + (field.number("minLength") == 1
                                ? " is empty."
                                : " is too short: at least " + field.number("minLength") + " characters.");
            case "maxLength" -> name + " is too long: at most " + field.number("maxLength") + " characters.";
            case "minItems" -> name + " lists too little: at least " + field.number("minItems") + ".";
            case "maxItems" -> name + " lists too much: at most " + field.number("maxItems") + ".";
            case "uniqueItems" -> name + " lists something twice.";
            case "minimum" -> name + " is too small: at least " + field.number("minimum") + ".";
            case "maximum" -> name + " is too large: at most " + field.number("maximum") + ".";
            case "additionalProperties" -> "The form has a field here that its kind does not know.";
            default -> name + " is not as its kind demands.";
        };
    }

    private static String mend(Error error, FieldText field) {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> "Remove it, or correct its name.";
            case "pattern", "format", "type" ->
                field.example().map(example -> "For example: " + example + ".").orElse(field.advice());
            default -> field.advice();
        };
    }

    private static String typeInWords(FieldText field) {
        return switch (text(field.of("type"))) {
            case "string" -> "a text in quotation marks";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list in square brackets";
            case "object" -> "a group of fields in braces";
            default -> "of another type";
        };
    }

    private static String list(JsonNode codes) {
        return codes.valueStream().map(Phrasing::text).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isValueNode() ? node.asString() : "";
    }

    private FieldText field(Pointer pointer) {
        List<JsonNode> chain = new SchemaWalk(schemas).chainAt(root, pointer.steps());
        return new FieldText(chain);
    }

    /// What the schema says of one field; what stands at the place of use goes before what stands in a shared part.
    private record FieldText(List<JsonNode> chain) {

        JsonNode of(String keyword) {
            for (JsonNode node : chain) if (node.has(keyword)) return node.path(keyword);
            return tools.jackson.databind.node.MissingNode.getInstance();
        }

        String text(String keyword) {
            return Phrasing.text(of(keyword));
        }

        long number(String keyword) {
            return of(keyword).longValue(0);
        }

        String name() {
            String title = text("title");
            return title.isEmpty() ? UNNAMED : '"' + title + '"';
        }

        String advice() {
            String mend = text("x-mend");
            return mend.isEmpty() ? text("description") : mend;
        }

        Optional<String> example() {
            JsonNode first = of("examples").path(0);
            return first.isValueNode() ? Optional.of(Phrasing.text(first)) : Optional.empty();
        }
    }
}
