package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Somebody who has no mouse. Wherever the focus goes, it must be seen.
final class Keyboard {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int FAR = 400;
    private static final int MANY_CHOICES = 300;

    private static final String FOCUSED = """
            () => {
                const one = document.activeElement;
                const style = getComputedStyle(one);
                const box = one.getBoundingClientRect();
                return {
                    tag: one.tagName, type: one.type || '', name: one.name || '', value: one.value || '',
                    checked: !!one.checked, open: one.tagName === 'SUMMARY' && one.parentElement.open,
                    text: (one.innerText || '').trim(), href: one.getAttribute('href') || '', role: one.getAttribute('role') || '',
                    inMain: one.closest('main') !== null,
                    number: [...document.querySelectorAll('*')].indexOf(one),
                    seen: one === document.body || (box.width > 1 && box.height > 1
                        && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                        && box.bottom > 0 && box.top < innerHeight)};
            }""";

    /// Where the focus is.
    record Focus(Map<?, ?> told) {

        boolean is(String tag, String text) {
            return text("tag").equals(tag) && text("text").equals(text);
        }

        boolean named(String name) {
            return text("name").equals(name);
        }

        String text(String what) {
            return String.valueOf(told.get(what));
        }

        boolean truth(String what) {
            return Boolean.TRUE.equals(told.get(what));
        }
    }

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Focus focus() {
        Focus focus = new Focus((Map<?, ?>) page.evaluate(FOCUSED));
        assertThat(focus.truth("seen")).as("the focus shows: %s", focus).isTrue();
        return focus;
    }

    Focus tab() {
        page.keyboard().press("Tab");
        return focus();
    }

    /// Goes on until it is there.
    Focus to(String what, Predicate<Focus> there) {
        for (int i = 0; i < FAR; i++) {
            Focus focus = tab();
            if (there.test(focus)) return focus;
        }
        throw new AssertionError("the Tab key never reaches " + what + " on " + page.url());
    }

    /// The browser puts it where a page wants it a moment after the page has come.
    Focus on(String role) {
        return Patience.await(
                "the focus on the " + role,
                LIMIT,
                () -> Optional.of(focus()).filter(focus -> focus.text("role").equals(role)));
    }

    void follow(String link) {
        to("the link " + link, focus -> focus.is("A", link));
        enter();
    }

    void push(String button) {
        to("the button " + button, focus -> focus.is("BUTTON", button));
        enter();
    }

    void write(String field, String words) {
        to("the field " + field, focus -> focus.named(field));
        overwrite(words);
    }

    private void overwrite(String words) {
        page.keyboard().press("Control+A");
        page.keyboard().type(words);
    }

    /// Presses a link or a button and waits for the page that answers.
    @SuppressWarnings("deprecation")
    void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /// Everything that can be reached from the top, forwards and then backwards, without being caught anywhere.
    void wander() {
        Set<String> forwards = circle("Tab");
        assertThat(forwards).hasSizeGreaterThan(5);
        assertThat(circle("Shift+Tab")).isEqualTo(forwards);
    }

    private Set<String> circle(String key) {
        page.reload();
        Set<String> seen = new HashSet<>();
        String last = "";
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press(key);
            Focus focus = focus();
            String here = focus.text("number");
            // A date is one field of several parts.
            if (focus.text("tag").equals("BODY") || here.equals(last)) continue;
            if (!seen.add(here)) return seen;
            last = here;
        }
        throw new AssertionError("the focus does not come round on " + page.url());
    }

    /// Answers the questions of a topic that is open, each where the focus comes to it.
    void answer(Map<String, String> answers) {
        Map<String, String> rest = new LinkedHashMap<>(answers);
        for (int i = 0; i < FAR; i++) {
            Focus focus = tab();
            if (focus.is("BUTTON", "Keep and go on")) {
                assertThat(rest).as("what no field of %s took", page.url()).isEmpty();
                enter();
                return;
            }
            if (opens(focus, rest)) page.keyboard().press("Enter");
            else if (lengthens(focus, rest)) enter();
            else take(focus, rest);
        }
        throw new AssertionError("the Tab key never reaches the end of " + page.url());
    }

    private static boolean opens(Focus focus, Map<String, String> rest) {
        return focus.text("tag").equals("SUMMARY") && !focus.truth("open") && !rest.isEmpty();
    }

    /// Whether this button adds an entry for which there is an answer, when everything above it is answered.
    private boolean lengthens(Focus focus, Map<String, String> rest) {
        if (!focus.named("add")) return false;
        String list = focus.text("value") + "-";
        return rest.keySet().stream()
                .filter(name -> name.startsWith(list))
                .anyMatch(name -> page.locator("[name='" + name + "']").count() == 0
                        && page.locator("[name='" + Typist.parent(name) + "']:is([type=checkbox], [type=radio])")
                                        .count()
                                == 0);
    }

    private void take(Focus focus, Map<String, String> rest) {
        String name = focus.text("name");
        switch (focus.text("type")) {
            case "radio" -> {
                String wanted = rest.remove(name);
                if (wanted != null) choose(name, wanted);
            }
            case "checkbox" -> {
                boolean alone = rest.containsKey(name);
                String entry = alone ? name : entry(name, focus.text("value"), rest);
                String wanted = rest.remove(entry);
                if (wanted != null && !focus.truth("checked") && !wanted.equals("false"))
                    page.keyboard().press("Space");
            }
            case "select-one" -> {
                String wanted = rest.remove(name);
                if (wanted != null) choose(name, wanted);
            }
            case "date" -> {
                String wanted = rest.remove(name);
                if (wanted != null) page.keyboard().type(american(wanted));
            }
            default -> {
                String wanted = rest.remove(name);
                if (wanted != null) overwrite(wanted);
            }
        }
    }

    /// With the arrow keys.
    void choose(String name, String wanted) {
        page.keyboard().press(isRadio() ? "Space" : "Home");
        for (int i = 0; i < MANY_CHOICES; i++) {
            if (focus().text("value").equals(wanted)) return;
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError(name + " cannot be set to " + wanted);
    }

    private boolean isRadio() {
        return focus().text("type").equals("radio");
    }

    /// The entry of a list that a box with this value stands for.
    private static String entry(String list, String value, Map<String, String> rest) {
        return rest.entrySet().stream()
                .filter(one -> Typist.parent(one.getKey()).equals(list)
                        && one.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// As an American browser has the parts of a date typed.
    private static String american(String date) {
        List<String> parts = List.of(date.split("-", -1));
        return parts.get(1) + parts.get(2) + parts.get(0);
    }

    /// A whole form, topic by topic, as a file says. Begins at the list of topics.
    void answer(JsonNode form) {
        new Typist(page).byTopic(form, this::open, answers -> {
            Map<String, String> named = new LinkedHashMap<>();
            answers.forEach((pointer, answer) -> named.put(Typist.name(pointer), answer));
            answer(named);
        });
    }

    private void open(String topic) {
        if (page.url().endsWith(topic)) return;
        if (page.url().contains("/topics/")) follow("All topics");
        to("the topic " + topic, focus -> focus.text("href").equals(topic));
        enter();
    }
}
