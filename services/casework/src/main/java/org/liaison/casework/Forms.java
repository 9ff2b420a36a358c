package org.liaison.casework;

import com.networknt.schema.Error;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whether a form is complete and may be sent: all problems at once, each with its field, its sentence, the article
/// behind it and how to mend it. An empty list is a form without fault. Safe to share between threads.
public final class Forms {

    /// The largest form that is read.
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int MOST_REFERENCES = 8;
    /// The most values (texts, numbers, lists, groups) that a form may have. Far more than any form needs; a stranger's
    /// form made of nothing but faults could otherwise cost us hundreds of megabytes of sentences.
    static final int MAX_VALUES = 5_000;
    /// The most problems that are listed.
    static final int MAX_PROBLEMS = 200;

    private final Map<MessageKind, KindOfMessage> kinds = new LinkedHashMap<>();
    private final Schemas schemas;

    Forms(List<KindOfMessage> kinds, Schemas schemas) {
        kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
        this.schemas = schemas;
    }

    /// The kinds of message and forms that this program ships with. The first call reads and compiles all schemas.
    public static Forms shipped() {
        return new Forms(Kinds.ALL, Schemas.ofShippedKinds());
    }

    public Optional<KindOfMessage> kind(MessageKind code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public Collection<KindOfMessage> kinds() {
        return List.copyOf(kinds.values());
    }

    /// The JSON Schema of the newest version of a form, as text.
    public Optional<String> schema(MessageKind code, View view) {
        return kind(code).flatMap(kind -> schemas.text(kind.form(), kind.newestVersion(), view));
    }

    /// A field as its schema describes it: the node in place first, then those it refers to. What
    /// stands at the place of use goes before what stands in a shared part.
    public List<JsonNode> chain(JsonNode schema) {
        List<JsonNode> chain = new ArrayList<>();
        Optional<JsonNode> next = Optional.of(schema);
        while (next.isPresent() && chain.size() < MOST_REFERENCES) {
            JsonNode node = next.get();
            chain.add(node);
            next = node.path("$ref").isString() ? part(node.path("$ref").stringValue()) : Optional.empty();
        }
        return chain;
    }

    /// What a reference in a schema leads to, such as `urn:liaison:form:common:1#/$defs/date`.
    public Optional<JsonNode> part(String reference) {
        return schemas.resolve(reference);
    }

    /// Checks the form by itself: before it is known to whom it goes.
    public List<Problem> check(MessageKind code, Bytes form) {
        return check(code, form, Optional.empty(), Optional.empty());
    }

    /// Checks the form by itself, and what can be said of its dates on this day: while it is written.
    public List<Problem> check(MessageKind code, Bytes form, LocalDate today) {
        return check(code, form, Optional.of(today), Optional.empty());
    }

    /// Checks the form, and whether it fits the occasion: sender and recipients, time, languages, attached files.
    public List<Problem> check(MessageKind code, Bytes form, Occasion occasion) {
        return check(code, form, Optional.of(occasion.today()), Optional.of(occasion));
    }

    private List<Problem> check(MessageKind code, Bytes bytes, Optional<LocalDate> day, Optional<Occasion> occasion) {
        KindOfMessage kind = kinds.get(code);
        if (kind == null)
            return one("/kind", "There is no kind of message " + code + ".", "Choose one of " + kinds.keySet() + ".");
        if (bytes.size() > MAX_BYTES)
            return one("", "The form is larger than " + MAX_BYTES + " bytes.", "Move long texts into attachments.");
        JsonNode form;
        try {
            form = StrictJson.MAPPER.readTree(bytes.toArray());
        } catch (JacksonException e) {
            return one("", "The form is not well-formed JSON" + position(e) + ".", "Correct it there.");
        }
        if (!form.isObject()) return one("", "A form is a group of fields in braces.", "");
        if (values(form) > MAX_VALUES)
            return one("", "The form has more than " + MAX_VALUES + " values.", "Move long lists into attachments.");
        List<Problem> header = header(kind, form);
        return header.isEmpty() ? body(kind, form, day, occasion) : header;
    }

    /// Kind, version and view decide by which schema everything else is read.
    private List<Problem> header(KindOfMessage kind, JsonNode form) {
        List<Problem> problems = new ArrayList<>();
        if (!form.path("kind").stringValue("").equals(kind.code().code()))
            problems.add(new Problem(
                    "/kind",
                    "This is not a form of kind " + kind.code() + ".",
                    "",
                    "Write \"kind\": \"" + kind.code() + "\", or send the form as the kind that it is."));
        FormVersion.problem(kind, form.path("version")).ifPresent(problems::add);
        if (view(kind, form).isEmpty())
            problems.add(new Problem(
                    "/view", "There is no such view of this kind of message.", "", "Remove the field \"view\"."));
        return problems;
    }

    private List<Problem> body(
            KindOfMessage kind, JsonNode form, Optional<LocalDate> day, Optional<Occasion> occasion) {
        String version = form.path("version").stringValue();
        View view = view(kind, form).orElseThrow();
        JsonNode schema = schemas.tree(kind.form(), version, view).orElseThrow();
        Phrasing phrasing = new Phrasing(schemas, schema, family(kind.code()));
        List<Problem> problems = new ArrayList<>();
        for (Error error : schemas.validate(kind.form(), version, view, form)) problems.add(phrasing.problem(error));
        problems.addAll(Rules.check(kind, form));
        day.ifPresent(today -> problems.addAll(Rules.check(kind, form, today)));
        occasion.ifPresent(o -> {
            problems.addAll(addressing(kind, view, form, o));
            problems.addAll(Rules.check(kind, form, o));
        });
        return problems.stream().distinct().limit(MAX_PROBLEMS).toList();
    }

    /// Who sends this kind of message to whom, and how much of it each may see.
    private static List<Problem> addressing(KindOfMessage kind, View view, JsonNode form, Occasion occasion) {
        List<Problem> problems = new ArrayList<>();
        AuthorityKind sender = occasion.from().kind();
        if (!kind.senders().contains(sender))
            problems.add(new Problem(
                    "/kind",
                    "An authority of kind " + sender.code() + " does not send " + kind.code() + ".",
                    kind.article(),
                    "Have it sent by an authority that may."));
        for (AuthorityCode to : occasion.to()) {
            View may = kind.views().get(to.kind());
            if (may == null)
                problems.add(new Problem(
                        "/kind",
                        kind.code() + " does not go to an authority of kind "
                                + to.kind().code() + ", such as " + to + ".",
                        kind.article(),
                        "Take this recipient off."));
            else if (may != view
                    || !Projection.hidden(kind.code(), form, to.kind()).isEmpty())
                problems.add(new Problem(
                        "/view",
                        "The form holds more, or something else, than " + to + " may see.",
                        "CoE 11",
                        "Send this recipient its own view of the form."));
        }
        return problems;
    }

    /// The letters before the first hyphen.
    private static String family(MessageKind kind) {
        return kind.code().substring(0, kind.code().indexOf('-'));
    }

    private static Optional<View> view(KindOfMessage kind, JsonNode form) {
        JsonNode told = form.path("view");
        String code = told.isMissingNode() ? "" : told.stringValue("?");
        return kind.views().values().stream()
                .filter(view -> view.code().equals(code))
                .findFirst();
    }

    private static int values(JsonNode node) {
        int values = 1;
        for (JsonNode child : node) values += values(child);
        return values;
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static List<Problem> one(String pointer, String sentence, String mend) {
        return List.of(new Problem(pointer, sentence, "", mend));
    }
}
