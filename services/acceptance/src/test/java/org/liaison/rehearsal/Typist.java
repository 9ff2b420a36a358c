package org.liaison.rehearsal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Fills a guided form as a person does: page by page, field by field, with what a file says.
final class Typist {

    private static final String GENERAL = "general";

    private final Page page;
    private final String sheet;

    /// The page shows the topics of a sheet.
    Typist(Page page) {
        this.page = page;
        this.sheet = page.url();
    }

    void type(JsonNode form) {
        byTopic(form, topic -> page.navigate(Desks.origin(page) + topic), here -> {
            here.forEach(this::answer);
            Desks.press(page.locator("button[name=go]").last());
        });
        page.navigate(sheet);
    }

    /// Opens one topic after the other, by its path, and has filled in what belongs there, by JSON pointers.
    void byTopic(JsonNode form, Consumer<String> open, Consumer<Map<String, String>> fill) {
        Map<String, String> answers = new LinkedHashMap<>();
        collect(form, "", answers);
        answers.remove("/kind");
        answers.remove("/version");
        for (String topic : topics()) {
            String id = topic.substring(topic.lastIndexOf('/') + 1);
            if (!id.equals(GENERAL)
                    && answers.keySet().stream()
                            .noneMatch(pointer -> top(pointer).equals(id))) continue;
            open.accept(topic);
            Map<String, String> here = belonging(id, answers);
            if (here.isEmpty()) continue;
            fill.accept(here);
            answers.keySet().removeAll(here.keySet());
        }
        if (!answers.isEmpty()) throw new AssertionError("the form asks nowhere for " + answers.keySet());
    }

    @SuppressWarnings("unchecked")
    private List<String> topics() {
        return (List<String>) page.locator("ol.tasks a[href*='/topics/']")
                .evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    private static String top(String pointer) {
        return pointer.split("/", -1)[1];
    }

    /// Short questions share the page `general`; everything else has a page with its name.
    private Map<String, String> belonging(String topic, Map<String, String> answers) {
        Map<String, String> here = new LinkedHashMap<>();
        answers.forEach((pointer, answer) -> {
            String top = top(pointer);
            boolean general = topic.equals(GENERAL)
                    && page.locator("[name='f-%1$s'], [name^='f-%1$s-'], [value='f-%1$s']".formatted(top))
                                    .count()
                            > 0;
            if (top.equals(topic) || general) here.put(pointer, answer);
        });
        return here;
    }

    private void answer(String pointer, String answer) {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        String name = name(pointer);
        Locator box = page.locator("input[type=checkbox][name='%s'][value=%s]".formatted(parent(name), quoted(answer)));
        if (box.count() > 0) {
            box.check();
            return;
        }
        while (field(name).count() == 0) lengthen(name);
        fill(field(name), answer);
    }

    private Locator field(String name) {
        return page.locator("[name='%s']:not([type=hidden])".formatted(name));
    }

    private void fill(Locator field, String answer) {
        Locator first = field.first();
        switch (String.valueOf(first.evaluate("field => field.tagName + ' ' + field.type"))) {
            case "SELECT select-one" -> first.selectOption(new SelectOption().setValue(answer));
            case "INPUT radio" ->
                page.locator("[name='%s'][value=%s]".formatted(first.getAttribute("name"), quoted(answer)))
                        .check();
            case "INPUT checkbox" -> first.setChecked(answer.equals("true"));
            case "INPUT datetime-local" -> first.fill(answer.replace("Z", ""));
            default -> first.fill(answer);
        }
    }

    /// Presses the button that adds an entry to the innermost list around a field that is not there yet.
    private void lengthen(String name) {
        for (String list = parent(name); list.length() > 1; list = parent(list)) {
            Locator add = page.locator("button[name=add][value='%s']".formatted(list));
            if (add.count() > 0) {
                Desks.press(add);
                page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
                return;
            }
        }
        throw new AssertionError("the page " + page.url() + " has no field " + name);
    }

    /// As a string of CSS.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\a ") + '"';
    }

    private static void collect(JsonNode node, String at, Map<String, String> answers) {
        if (node.isObject())
            node.propertyStream().forEach(one -> collect(one.getValue(), at + "/" + one.getKey(), answers));
        else if (node.isArray()) {
            int n = 0;
            for (JsonNode entry : node) collect(entry, at + "/" + n++, answers);
        } else answers.put(at, node.asString(node.toString()));
    }

    /// How a page names a field; see `Names` of the forms.
    static String name(String pointer) {
        return "f" + pointer.replace('/', '-');
    }

    static String parent(String name) {
        int last = name.lastIndexOf('-');
        return last < 0 ? "" : name.substring(0, last);
    }
}
