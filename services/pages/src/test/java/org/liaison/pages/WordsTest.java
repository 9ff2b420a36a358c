package org.liaison.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.message.Language;
import org.springframework.context.NoSuchMessageException;

class WordsTest {

    private static final Words WORDS = new Words(List.of(new Room("pages")));
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void every_language_says_the_same_things() {
        for (Language language : Language.values())
            for (String key : WORDS.keys())
                assertThat(WORDS.say(language, key)).as(key + " in " + language).isNotBlank();
    }

    @Test
    void a_program_whose_languages_differ_does_not_start() {
        assertThatThrownBy(() -> new Words(List.of(new Room("uneven"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("uneven.only-in-english")
                .hasMessageContaining("FR");
    }

    @Test
    void a_key_that_nobody_wrote_is_a_fault_and_not_a_text() {
        assertThatThrownBy(() -> WORDS.getMessage("pages.nothing", null, Locale.ENGLISH))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void the_pseudo_language_is_longer_than_english() {
        String english = WORDS.say(Language.EN, "pages.sign-out");
        assertThat(WORDS.getMessage("pages.sign-out", null, Words.PSEUDO).length())
                .isGreaterThan(english.length() * 4 / 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2026-11-25T12:00:00Z | in 3 days",
                "en | 2026-11-22T07:00:00Z | 5 hours ago",
                "ru | 2026-11-24T13:00:00Z | через 2 дня",
                "fr | 2026-11-22T12:01:00Z | dans 1 minute",
                "ar | 2026-12-03T12:00:00Z | خلال 11 يومًا",
            })
    void a_moment_is_as_far_away_as_the_language_counts(String tag, Instant moment, String said) {
        assertThat(new When(Locale.forLanguageTag(tag), ZoneId.of("UTC"), NOW).away(moment))
                .isEqualTo(said);
    }

    @Test
    void a_name_in_another_script_stays_apart_from_the_words_around_it() {
        Words words = new Words(List.of(new Room("pages"), new Room("apart")));
        assertThat(words.say(Language.AR, "apart.from", "Police of XA")).isEqualTo("من \u2068Police of XA\u2069");
        assertThat(words.say(Language.EN, "apart.from", "Police of XA")).isEqualTo("from Police of XA");
    }

    @Test
    void a_moment_names_its_zone() {
        When when = new When(Locale.ENGLISH, ZoneId.of("Europe/Paris"), NOW);
        assertThat(when.at(NOW)).contains("22").contains("13:00").contains("GMT+1");
        assertThat(when.at(NOW, ZoneId.of("Asia/Kolkata"))).contains("17:30").contains("GMT+5:30");
    }

    @ParameterizedTest
    @CsvSource({
        "+02:00, 14:00, GMT+2",
        "-03:30, 08:30, GMT-3:30",
        "UTC+05:45, 17:45, GMT+5:45",
        "Z, 12:00, UTC",
        "UTC, 12:00, UTC"
    })
    void a_zone_that_has_an_offset_for_a_name_is_a_zone(String zone, String time, String said) {
        When when = new When(Locale.ENGLISH, ZoneId.of("Europe/Paris"), NOW);
        assertThat(when.at(NOW, ZoneId.of(zone))).contains(time).endsWith(said);
    }
}
