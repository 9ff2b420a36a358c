package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.casework.course.Actor;
import org.liaison.casework.course.CaseState;
import org.liaison.casework.course.Clock;
import org.liaison.casework.course.Course;
import org.liaison.casework.course.Courses;
import org.liaison.message.Language;

/// The words for cases follow the code: what a course gains, every language must say.
class CaseWordsTest {

    private static final String NOT_SAID_BY_THE_CODE = "";

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_names_every_state_clock_kind_family_and_side_and_nothing_else(Language language)
            throws IOException {
        assertThat(said(language).keySet()).containsExactlyInAnyOrderElementsOf(spoken().keySet());
    }

    @Test
    void english_says_of_states_kinds_and_families_what_the_code_says() throws IOException {
        Map<String, String> told = new TreeMap<>(spoken());
        told.values().removeIf(NOT_SAID_BY_THE_CODE::equals);

        assertThat(said(Language.EN)).containsAllEntriesOf(told);
    }

    /// Programs read these texts as messages with arguments, where braces and plain apostrophes have a meaning.
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_text_is_plain_also_where_it_is_read_as_a_message(Language language) throws IOException {
        said(language)
                .forEach((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotContain("'", "{", "}")
                        .isEqualTo(new MessageFormat(text, language.locale()).format(new Object[0])));
    }

    @ParameterizedTest
    @CsvSource({"AR, IsArabic", "RU, IsCyrillic", "ZH, IsHan"})
    void every_text_is_written_in_the_script_of_its_language(Language language, String script) throws IOException {
        said(language).forEach((key, text) -> assertThat(text).as(key).containsPattern("\\p{" + script + "}"));
    }

    /// So that an officer meets one thing under one name, in whichever family.
    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_the_same_in_english_is_the_same_in_every_language(Language language) throws IOException {
        Map<String, String> said = said(language);
        Map<String, String> first = new HashMap<>();
        said(Language.EN).forEach((key, english) -> {
            String text = said.getOrDefault(key, "");
            assertThat(text).as(key).isEqualTo(first.computeIfAbsent(english, _ -> text));
        });
    }

    /// Every key, with the English of the code where the code has a sentence or title for it.
    private static Map<String, String> spoken() {
        Map<String, String> spoken = new TreeMap<>();
        for (Course course : Courses.all()) {
            spoken.put("casework.family." + course.family(), course.title());
            for (CaseState state : course.states()) spoken.put("casework.state." + state.code(), state.sentence());
            for (Clock clock : course.clocks()) spoken.put("casework.clock." + clock.name(), NOT_SAID_BY_THE_CODE);
        }
        for (KindOfMessage kind : KindOfMessage.all())
            spoken.put("casework.kind." + kind.code().code(), kind.title());
        for (Actor actor : Actor.values()) spoken.put("casework.actor." + actor.name(), NOT_SAID_BY_THE_CODE);
        return spoken;
    }

    /// Line by line, for `Properties` would hide a key that is there twice.
    private static Map<String, String> said(Language language) throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (String line : lines("words/" + language.tag() + ".properties")) {
            String[] pair = line.split("=", 2);
            assertThat(pair).as(line).hasSize(2);
            assertThat(said.put(pair[0], pair[1]))
                    .as(pair[0] + " is there twice")
                    .isNull();
        }
        return said;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = KindOfMessage.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
