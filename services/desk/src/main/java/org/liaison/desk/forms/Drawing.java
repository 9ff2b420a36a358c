package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Projection;
import org.liaison.casework.View;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import org.liaison.print.Labels;
import tools.jackson.databind.JsonNode;

/// Draws the questions of a kind of message from the schema of its form.
final class Drawing {

    /// What every form says of itself, which the program writes.
    static final Set<String> KNOWN = Set.of("kind", "version", "view");

    /// Classes of information that are about no person, where a schema names classes.
    private static final Set<String> IMPERSONAL = Set.of("", "OPEN", "CODES", "CODED_METHODS", "CODED_NEEDS");

    /// Shared shapes that are about a person, or about this one case, whatever their class.
    private static final Set<String> PERSONAL = Set.of(
            "birthDate",
            "pseudonym",
            "phone",
            "email",
            "officer",
            "suspect",
            "identity",
            "guardian",
            "document",
            "consent",
            "agreement",
            "risk",
            "residence",
            "bestInterests",
            "place",
            "sex",
            "ageStatus",
            "fileName",
            "sha256",
            "attachment",
            "attachedFile",
            "caseId",
            "authorityInCharge");

    /// Shared shapes that say the same in every message of a case.
    private static final Set<String> OF_CASE = Set.of("pseudonym", "legalBasis");
    private static final String PARTIES = "countryRole";

    private static final int FEW = 6;
    private static final int ONE_LINE = 300;

    private final Forms forms;
    private final KindOfMessage kind;
    private final Language language;
    private final Labels labels;
    private final Shape root;
    private final Map<View, Shape> views = new EnumMap<>(View.class);
    private final String family;

    Drawing(Forms forms, KindOfMessage kind, View view, Language language) {
        this.forms = forms;
        this.kind = kind;
        this.language = language;
        this.labels = Labels.in(language);
        this.root = schema(view);
        this.family = kind.code().code().substring(0, kind.code().code().indexOf('-'));
    }

    /// The whole form as one group.
    Question form() {
        Question form = question("", root, true);
        List<Question> asked = form.parts().stream()
                .filter(part -> !KNOWN.contains(part.name()))
                .toList();
        return new Question(
                "",
                Input.GROUP,
                form.wording(),
                true,
                List.of(),
                asked,
                form.limits(),
                Optional.empty(),
                false,
                false,
                form.rules());
    }

    private Question question(String path, Shape shape, boolean required) {
        Input input = input(shape);
        return new Question(
                path,
                input,
                wording(shape, input),
                required,
                choices(shape, input),
                parts(path, shape, input),
                limits(shape, input),
                seenBy(path, shape),
                isPersonal(shape),
                isOfCase(shape),
                input == Input.GROUP ? Rule.of(shape, language) : List.of());
    }

    private List<Question> parts(String path, Shape shape, Input input) {
        List<Question> parts = new ArrayList<>();
        if (input == Input.GROUP)
            shape.fields()
                    .forEach((name, field) -> parts.add(question(path + "/" + name, field, shape.requires(name))));
        if (input == Input.REPEATED) parts.add(question(path + "/*", shape.entry(), true));
        return parts;
    }

    static Input input(Shape shape) {
        if (shape.isConstant()) return shape.of("const").isBoolean() ? Input.CONFIRM : Input.FIXED;
        return switch (shape.type()) {
            case "object" -> Input.GROUP;
            case "array" ->
                shape.entry().isCoded() && shape.of("uniqueItems").booleanValue(false)
                        ? Input.SEVERAL_OF
                        : Input.REPEATED;
            case "boolean" -> Input.YES_NO;
            default -> value(shape);
        };
    }

    private static Input value(Shape shape) {
        if (shape.isCoded()) return shape.of("enum").size() <= FEW ? Input.ONE_OF_FEW : Input.ONE_OF_MANY;
        if (shape.type().equals("integer")) return Input.NUMBER;
        if (shape.is("country")) return Input.COUNTRY;
        if (shape.is("language")) return Input.LANGUAGE;
        if (shape.is("fileName")) return Input.FILE;
        if (shape.is("sha256")) return Input.DIGEST;
        if (shape.is("phone")) return Input.PHONE;
        if (shape.is("email")) return Input.EMAIL;
        if (shape.is("birthDate")) return Input.PARTIAL_DATE;
        if (shape.text("format").equals("date")) return Input.DATE;
        if (shape.text("format").equals("date-time") || shape.is("instant")) return Input.MOMENT;
        return shape.number("maxLength", 0) > ONE_LINE && !shape.has("pattern") ? Input.LONG_TEXT : Input.TEXT;
    }

    private Question.Wording wording(Shape shape, Input input) {
        String help = shape.text("description");
        // A text held to a shape of its own needs to be told how it is written before it is wrong.
        if (input == Input.TEXT && shape.has("pattern")) help = (help + " " + shape.text("x-mend")).strip();
        return new Question.Wording(
                title(shape.text("title")), Text.said(help, language), shape.article(family), shape.example());
    }

    Text title(String english) {
        return labels.title(english).map(words -> new Text(words, language)).orElseGet(() -> Text.english(english));
    }

    private List<Question.Choice> choices(Shape shape, Input input) {
        Shape coded = input == Input.SEVERAL_OF ? shape.entry() : shape;
        List<Question.Choice> choices = new ArrayList<>();
        if (input == Input.YES_NO) {
            choices.add(new Question.Choice("true", new Text(labels.word("yes"), language)));
            choices.add(new Question.Choice("false", new Text(labels.word("no"), language)));
        }
        if (input == Input.FIXED) {
            String constant = shape.text("const");
            choices.add(new Question.Choice(constant, Text.english(constant)));
        }
        for (JsonNode code : coded.of("enum")) {
            String value = code.asString("");
            choices.add(new Question.Choice(
                    value,
                    labels.code(coded.text("title"), value)
                            .map(words -> new Text(words, language))
                            .orElseGet(() -> Text.english(value))));
        }
        return choices;
    }

    private static Question.Limits limits(Shape shape, Input input) {
        Shape value = input == Input.SEVERAL_OF ? shape.entry() : shape;
        return new Question.Limits(
                value.type(),
                shape.number("maxLength", Integer.MAX_VALUE),
                shape.number("minItems", 0),
                shape.number("maxItems", Integer.MAX_VALUE));
    }

    /// Of a class that is, or of such a shape, or a group that tells a date of birth or a place.
    private static boolean isPersonal(Shape shape) {
        return !IMPERSONAL.contains(shape.text("x-class"))
                || PERSONAL.stream().anyMatch(shape::is)
                || shape.fields().values().stream().anyMatch(field -> field.is("birthDate") || field.is("place"));
    }

    private static boolean isOfCase(Shape shape) {
        boolean same = OF_CASE.stream().anyMatch(shape::is)
                || (shape.type().equals("array") && shape.entry().is(PARTIES));
        return same && shape.text("x-class").equals("OPEN");
    }

    /// Where the schema names a class of information here that does not go to every recipient.
    private Optional<Question.SeenBy> seenBy(String path, Shape shape) {
        String dataClass = shape.text("x-class");
        if (dataClass.isEmpty() || dataClass.equals("dataClass")) return Optional.empty();
        Projection.Audience audience = Projection.audience(kind.code(), dataClass);
        Set<AuthorityKind> sure = visible(audience.sure(), path);
        Set<AuthorityKind> agreed = visible(audience.agreed(), path);
        return sure.containsAll(kind.recipients()) ? Optional.empty() : Optional.of(new Question.SeenBy(sure, agreed));
    }

    /// Those whose view of the form has the field.
    private Set<AuthorityKind> visible(Set<AuthorityKind> audience, String path) {
        Set<AuthorityKind> visible = new HashSet<>(audience);
        visible.removeIf(recipient -> !has(kind.views().getOrDefault(recipient, View.WHOLE), path));
        return visible;
    }

    private boolean has(View view, String path) {
        if (view == View.WHOLE) return true;
        Shape at = views.computeIfAbsent(view, this::schema);
        for (String step : path.split("/", -1)) {
            if (step.isEmpty()) continue;
            Map<String, Shape> fields = at.fields();
            Shape next = step.equals("*") ? at.entry() : fields.get(step);
            if (next == null || next.chain().getFirst().isMissingNode()) return false;
            at = next;
        }
        return true;
    }

    private Shape schema(View view) {
        return forms.schema(kind.code(), view)
                .map(text -> Shape.of(forms, StrictJson.MAPPER.readTree(text)))
                .orElseThrow(() -> new IllegalArgumentException("no form for " + kind.code()));
    }
}
