package org.liaison.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.casework.Forms;
import org.liaison.message.Language;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/// The form itself: every field that it has, in the order of its schema, under its title; then what the schema does
/// not know.
final class FormPart {

    /// Said in the title of the page already.
    private static final Set<String> IN_THE_TITLE = Set.of("kind", "version", "view");

    private static final int DEEPEST_HEADING = 6;

    private final Sheet sheet;
    private final Labels labels;
    private final Wording wording;
    private final Forms forms;
    private final String writtenIn;

    FormPart(Sheet sheet, Language language, Forms forms, String writtenIn) {
        this.sheet = sheet;
        this.labels = Labels.in(language);
        this.wording = new Wording(language);
        this.forms = forms;
        this.writtenIn = writtenIn;
    }

    /// A field and what the form has in it.
    private record Filled(String name, Field field, JsonNode value) {

        boolean isGroup() {
            return value.isObject()
                    || (value.isArray() && value.size() > 0 && value.path(0).isContainer());
        }
    }

    void write(Element parent, Field form, JsonNode value) {
        List<Filled> all = filled(form, value);
        all.removeIf(entry -> IN_THE_TITLE.contains(entry.name()));
        int first = 0;
        while (first < all.size() && !all.get(first).isGroup()) first++;
        if (first > 0) {
            sheet.text(parent, "h2", "", labels.word("general"));
            all.subList(0, first).forEach(entry -> row(parent, entry));
        }
        for (Filled entry : all.subList(first, all.size())) {
            title(parent, "h2", "", entry);
            if (entry.isGroup()) group(parent, entry, 2);
            else value(sheet.element(parent, "p", "whole"), entry);
        }
    }

    private void group(Element parent, Filled entry, int level) {
        if (entry.value().isObject()) {
            inside(parent, entry.field(), entry.value(), level);
            return;
        }
        Field each = entry.field().entry();
        int number = 1;
        for (JsonNode item : entry.value()) {
            Filled numbered = new Filled(entry.name(), each, item);
            Element box = sheet.element(parent, "div", "entry");
            Element heading = title(box, heading(level + 1), "", numbered);
            sheet.append(heading, " ");
            sheet.code(heading, Integer.toString(number++));
            if (item.isContainer()) group(box, numbered, level + 1);
            else row(box, numbered);
        }
    }

    private void inside(Element parent, Field field, JsonNode value, int level) {
        List<Filled> all = filled(field, value);
        all.stream().filter(entry -> !entry.isGroup()).forEach(entry -> row(parent, entry));
        all.stream().filter(Filled::isGroup).forEach(entry -> {
            title(parent, heading(level + 1), "", entry);
            group(parent, entry, level + 1);
        });
    }

    private void row(Element parent, Filled entry) {
        Element row = sheet.element(parent, "div", "row");
        title(row, "p", "label", entry);
        boolean inside = entry.value().isArray() && entry.value().size() != 1;
        value(sheet.element(row, inside ? "div" : "p", "value"), entry);
    }

    private void value(Element parent, Filled entry) {
        if (!entry.value().isArray()) {
            sheet.words(parent, wording.of(entry.field(), entry.value()), writtenIn);
            return;
        }
        if (entry.value().isEmpty()) {
            sheet.text(parent, "p", "", labels.word("none"));
            return;
        }
        Field each = entry.field().entry();
        if (entry.value().size() == 1) {
            sheet.words(parent, wording.of(each, entry.value().path(0)), writtenIn);
            return;
        }
        Element list = sheet.element(parent, "ul", "");
        for (JsonNode item : entry.value())
            sheet.words(sheet.element(list, "li", ""), wording.of(each, item), writtenIn);
    }

    private Element title(Element parent, String element, String kind, Filled entry) {
        return entry.field()
                .title()
                .map(english -> sheet.titled(parent, element, kind, english, labels))
                .orElseGet(() -> {
                    Element plain = sheet.element(parent, element, kind);
                    sheet.code(plain, entry.name());
                    return plain;
                });
    }

    /// The fields of the schema that the form has, then the fields that only the form has.
    private List<Filled> filled(Field field, JsonNode value) {
        Map<String, Filled> filled = new LinkedHashMap<>();
        field.fields().forEach((name, inner) -> {
            if (value.has(name)) filled.put(name, new Filled(name, inner, value.path(name)));
        });
        for (String name : value.propertyNames())
            filled.computeIfAbsent(name, unknown -> new Filled(unknown, Field.unknown(forms), value.path(unknown)));
        return new ArrayList<>(filled.values());
    }

    private static String heading(int level) {
        return "h" + Math.min(level, DEEPEST_HEADING);
    }
}
