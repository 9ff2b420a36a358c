package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The words for messages follow the code: a new reason or authority is named in every language.
class MessageWordsTest {

    private static final String NOT_SAID_BY_THE_CODE = "";
    private static final String EVENT = "message.event.";
    private static final String WHO = "{0}";
    private static final String SHELTER = "xa.ngo.shelter";

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_every_reason_remedy_event_and_code_and_nothing_else(Language language) throws IOException {
        assertThat(said(language).keySet()).containsExactlyInAnyOrderElementsOf(spoken().keySet());
    }

    @Test
    void english_says_of_reasons_and_remedies_what_the_code_says() throws IOException {
        Map<String, String> told = new TreeMap<>(spoken());
        told.values().removeIf(NOT_SAID_BY_THE_CODE::equals);

        assertThat(said(Language.EN)).containsAllEntriesOf(told);
    }

    /// Programs read these texts as messages with arguments, where braces and plain apostrophes have a meaning.
    @ParameterizedTest
    @EnumSource(Language.class)
    void who_did_it_stands_where_english_has_it_and_everything_else_is_plain(Language language) throws IOException {
        Map<String, String> english = said(Language.EN);
        said(language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).doesNotContain("'");
            assertThat(text.contains(WHO))
                    .as(key)
                    .isEqualTo(english.getOrDefault(key, "").contains(WHO));
            assertThat(new MessageFormat(text, language.locale()).format(new Object[] {SHELTER}))
                    .as(key)
                    .isEqualTo(text.replace(WHO, SHELTER))
                    .doesNotContain("{", "}");
        });
    }

    /// The hub is the only one that accepts or refuses; every other event happens to an authority that the text names.
    @Test
    void every_event_but_those_of_the_hub_names_who_it_is_about() throws IOException {
        Map<String, String> english = said(Language.EN);
        for (ErdsEvent event : ErdsEvent.values()) {
            boolean ofTheHub = event == ErdsEvent.SUBMISSION_ACCEPTANCE || event == ErdsEvent.SUBMISSION_REJECTION;
            assertThat(english.getOrDefault(EVENT + event.name(), "").contains(WHO))
                    .as(event.name())
                    .isNotEqualTo(ofTheHub);
        }
    }

    @ParameterizedTest
    @CsvSource({"AR, IsArabic", "RU, IsCyrillic", "ZH, IsHan"})
    void every_text_is_written_in_the_script_of_its_language(Language language, String script) throws IOException {
        said(language).forEach((key, text) -> assertThat(text).as(key).containsPattern("\\p{" + script + "}"));
    }

    /// Every key, with the English of the code where the code has a sentence for it.
    private static Map<String, String> spoken() {
        Map<String, String> spoken = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            spoken.put("message.reason." + reason.name(), typeset(reason.sentence()));
            spoken.put("message.reason." + reason.name() + ".do", typeset(reason.remedy()));
        }
        for (ErdsEvent event : ErdsEvent.values()) spoken.put(EVENT + event.name(), NOT_SAID_BY_THE_CODE);
        for (Priority priority : Priority.values())
            spoken.put("message.priority." + priority.name(), NOT_SAID_BY_THE_CODE);
        for (HandlingCode code : HandlingCode.values())
            spoken.put("message.handling." + code.name(), NOT_SAID_BY_THE_CODE);
        for (AuthorityKind kind : AuthorityKind.values())
            spoken.put("message.kind." + kind.code(), NOT_SAID_BY_THE_CODE);
        return spoken;
    }

    private static String typeset(String sentence) {
        return sentence.replace('\'', '’');
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
        try (InputStream in = Language.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
