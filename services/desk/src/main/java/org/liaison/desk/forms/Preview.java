package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.casework.Projection;
import org.liaison.casework.View;
import org.liaison.casework.Withheld;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import org.liaison.print.Labels;
import org.liaison.print.Wording;
import tools.jackson.databind.JsonNode;

/// Exactly what one kind of recipient will see of a form, and what stays behind: cut by the same call that cuts it
/// when it is sent.
///
/// `form` is the form that goes; `parts` is the same for people; `files` go with it and `keptFiles` do not.
public record Preview(
        AuthorityKind recipient,
        Bytes form,
        List<Part> parts,
        List<Kept> withheld,
        Set<String> files,
        Set<String> keptFiles) {

    public Preview {
        parts = List.copyOf(parts);
        withheld = List.copyOf(withheld);
        files = java.util.Collections.unmodifiableSet(new TreeSet<>(files));
        keptFiles = java.util.Collections.unmodifiableSet(new TreeSet<>(keptFiles));
    }

    /// A field or a group with its title; the entries of a list are numbered from 1, everything else has the number 0.
    public record Part(Text label, int number, List<Value> values, List<Part> parts) {

        public Part {
            values = List.copyOf(values);
            parts = List.copyOf(parts);
        }
    }

    /// `code` is what the form says where `words` are ours; it may be empty. `free`: the words are the officer's own.
    public record Value(Text words, String code, boolean free) {}

    /// Fields of one topic that stay behind by one rule: the sentence says which.
    public record Kept(Text topic, List<Text> fields, Withheld.Rule rule, Text sentence) {

        public Kept {
            fields = List.copyOf(fields);
        }

        /// The key of the rule in the words of the pages.
        public String key() {
            return "desk.forms.withheld." + rule;
        }
    }

    /// Throws [IllegalArgumentException] if this kind of message does not go to such a recipient at all.
    public static Preview of(
            Questionnaire questionnaire, Bytes form, AuthorityKind recipient, Collection<String> attached) {
        Bytes seen = Projection.project(form, questionnaire.kind().code(), recipient);
        Set<String> files = Projection.files(form, questionnaire.kind().code(), recipient, attached);
        Set<String> kept = new TreeSet<>(attached);
        kept.removeAll(files);
        View view = questionnaire.kind().views().getOrDefault(recipient, View.WHOLE);
        JsonNode json = StrictJson.MAPPER.readTree(seen.toArray());
        return new Preview(
                recipient,
                seen,
                new Words(questionnaire.language()).parts(questionnaire.as(view).form(), json),
                kept(
                        questionnaire,
                        Projection.withheld(form, questionnaire.kind().code(), recipient)),
                files,
                kept);
    }

    /// A form that came in, or went out, in words.
    public static List<Part> parts(Questionnaire questionnaire, JsonNode form) {
        return new Words(questionnaire.language()).parts(questionnaire.form(), form);
    }

    private static List<Kept> kept(Questionnaire questionnaire, List<Withheld> withheld) {
        record Together(Text topic, Withheld.Rule rule, Text sentence) {}
        Map<Together, Set<Text>> fields = new LinkedHashMap<>();
        for (Withheld one : withheld) {
            String top = "/" + one.pointer().split("/", -1)[1];
            Text topic = questionnaire
                    .find(top)
                    .map(found -> found.question().label())
                    .orElseGet(() -> Text.english(top.substring(1)));
            Text field = questionnaire
                    .find(nearest(questionnaire, one.pointer()))
                    .map(found -> found.question().label())
                    .orElse(topic);
            fields.computeIfAbsent(
                            new Together(topic, one.rule(), Text.said(one.sentence(), questionnaire.language())),
                            _ -> new java.util.LinkedHashSet<>())
                    .add(field);
        }
        List<Kept> kept = new ArrayList<>();
        fields.forEach(
                (one, labels) -> kept.add(new Kept(one.topic(), List.copyOf(labels), one.rule(), one.sentence())));
        return kept;
    }

    private static String nearest(Questionnaire questionnaire, String pointer) {
        String at = pointer;
        while (!at.isEmpty() && questionnaire.find(at).isEmpty()) at = at.substring(0, at.lastIndexOf('/'));
        return at;
    }

    /// The form put into words, field by field in the order of its schema; what the schema does not know comes last,
    /// under the name that it has.
    private record Words(Language language) {

        List<Part> parts(Question group, JsonNode value) {
            List<Part> parts = new ArrayList<>();
            for (Question question : group.parts())
                if (value.has(question.name())) parts.add(part(question, 0, value.path(question.name())));
            value.propertyStream()
                    .filter(field -> group.part(field.getKey()).isEmpty())
                    .filter(field -> !group.path().isEmpty() || !Drawing.KNOWN.contains(field.getKey()))
                    .forEach(field -> parts.add(new Part(
                            Text.english(field.getKey()),
                            0,
                            List.of(free(
                                    field.getValue().isValueNode()
                                            ? field.getValue().asString("")
                                            : field.getValue().toString())),
                            List.of())));
            return parts;
        }

        private Part part(Question question, int number, JsonNode value) {
            if (question.input() == Input.GROUP && value.isObject())
                return new Part(question.label(), number, List.of(), parts(question, value));
            if (question.input() == Input.REPEATED
                    && value.isArray()
                    && !question.entry().input().isSimple()) {
                List<Part> entries = new ArrayList<>();
                for (JsonNode entry : value) entries.add(part(question.entry(), entries.size() + 1, entry));
                return new Part(question.label(), number, List.of(), entries);
            }
            Question single = question.input() == Input.REPEATED ? question.entry() : question;
            List<Value> values = new ArrayList<>();
            for (JsonNode one : value.isArray() ? value.valueStream().toList() : List.of(value))
                values.add(value(single, one));
            return new Part(question.label(), number, values, List.of());
        }

        private Value value(Question question, JsonNode value) {
            String text = value.isValueNode() ? value.asString("") : value.toString();
            if (value.isBoolean())
                return new Value(
                        new Text(Labels.in(language).word(value.booleanValue() ? "yes" : "no"), language), "", false);
            Optional<Text> choice = question.choices().stream()
                    .filter(one -> one.value().equals(text))
                    .map(Question.Choice::label)
                    .findFirst();
            if (choice.isPresent()) return new Value(choice.get(), text, false);
            Wording wording = new Wording(language);
            return switch (question.input()) {
                case COUNTRY -> worded(wording.country(text), text);
                case LANGUAGE -> worded(wording.language(text), text);
                default -> free(text);
            };
        }

        private Value worded(Wording.Words words, String code) {
            return new Value(new Text(words.text(), language), code, false);
        }

        private Value free(String text) {
            return new Value(new Text(text, language), "", true);
        }
    }
}
