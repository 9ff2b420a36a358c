package org.liaison.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.View;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

class LabelsTest {

    private static final Path MISSING = Path.of("target", "labels-missing");

    /// Key and English text of all that a form can put on paper.
    private static final Map<String, String> WANTED = wanted();

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_title_and_code_of_every_form_has_words(Language language) throws IOException {
        Labels labels = Labels.in(language);
        List<String> missing = new ArrayList<>();
        WANTED.forEach((key, english) -> {
            boolean title = key.startsWith("title.");
            if (title && language == Language.EN) return;
            boolean there = title
                    ? labels.line(key).isPresent()
                    : labels.line(key)
                            .or(() -> labels.line("code." + key.substring(key.lastIndexOf('.') + 1)))
                            .isPresent();
            if (!there)
                missing.add("# " + english + "\n" + key.replace(" ", "\\ ").replace(":", "\\:") + "=\n");
        });
        Files.createDirectories(MISSING);
        Path list = MISSING.resolve(language.tag() + ".properties");
        Files.writeString(list, String.join("", missing));
        assertThat(missing)
                .as(list.toAbsolutePath() + " has these as lines to fill in and move to labels/")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_words_and_codes(Language language) {
        assertThat(withoutTitles(Labels.in(language))).isEqualTo(withoutTitles(Labels.in(Language.EN)));
    }

    @Test
    void equal_titles_are_one_line() {
        assertThat(Labels.key("Best-interests assessment")).isEqualTo("best-interests-assessment");
        assertThat(Labels.in(Language.RU).title("Country")).contains("Страна");
    }

    @Test
    void a_code_can_mean_something_else_in_one_field() {
        Labels labels = Labels.in(Language.EN);
        assertThat(labels.code("Type of assistance", "A")).contains("Taking evidence or statements from persons");
        assertThat(labels.code("Originals", "NONE")).contains("None were sent");
        assertThat(labels.code("Any other title", "A")).isEmpty();
    }

    @Test
    void every_label_can_be_printed() {
        for (Language language : Language.values()) {
            Glyphs glyphs = new Glyphs();
            Labels.in(language).lines().values().forEach(line -> glyphs.printable((String) line));
            assertThat(glyphs.missed()).as(language.tag()).isFalse();
        }
    }

    private static java.util.Set<Object> withoutTitles(Labels labels) {
        java.util.Set<Object> keys = new java.util.TreeSet<>(labels.lines().keySet());
        keys.removeIf(key -> ((String) key).startsWith("title."));
        return keys;
    }

    private static Map<String, String> wanted() {
        Map<String, String> wanted = new TreeMap<>();
        Forms forms = Paper.FORMS;
        for (KindOfMessage kind : forms.kinds())
            for (View view : kind.views().values())
                forms.schema(kind.code(), view).ifPresent(text -> {
                    JsonNode schema = StrictJson.MAPPER.readTree(text);
                    collect(Field.of(forms, schema), wanted);
                });
        return wanted;
    }

    private static void collect(Field field, Map<String, String> wanted) {
        field.title().ifPresent(title -> {
            wanted.put("title." + Labels.key(title), title);
            // The kind is what the paper is titled; its code stands beneath as it is.
            if (title.equals("Kind of message")) return;
            for (String code : field.codes()) wanted.put("code." + Labels.key(title) + "." + code, title + ": " + code);
        });
        field.fields().values().forEach(inner -> collect(inner, wanted));
        Field entry = field.entry();
        if (!entry.chain().isEmpty()) collect(entry, wanted);
    }
}
