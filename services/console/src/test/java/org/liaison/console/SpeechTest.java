package org.liaison.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.console.port.Gateways.Clock;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.NotUnderstood;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.message.Language;
import org.liaison.pages.Room;
import org.liaison.pages.When;
import org.liaison.pages.Words;

/// What operators are told, in the language and zone of who reads it.
class SpeechTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T18:46:54.335662562Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Speech SPEECH = new Speech(new Words(List.of(new Room("console"))));

    @ParameterizedTest
    @EnumSource(What.class)
    void whatever_can_be_told_has_words_of_its_own_in_every_language(What what) {
        Said said = Said.of(what, 2, 3, 4, 5, 6);
        List<String> sentences = new ArrayList<>();
        for (Language language : Language.values()) sentences.add(say(said, language.locale()));
        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "}"));
    }

    @Test
    void a_moment_is_worded_as_elsewhere_on_the_page_and_for_programs_to_the_second() {
        Said paused = Said.of(What.PAUSED, "hub-intake", UNTIL);
        assertThat(SPEECH.english(paused)).isEqualTo("The route hub-intake is paused until 2026-11-22 18:46:54 UTC.");
        for (Language language : Language.values()) {
            When when = new When(language.locale(), TOKYO, UNTIL);
            assertThat(SPEECH.say(paused, when, language.locale()))
                    .contains(when.at(UNTIL))
                    .contains("hub-intake")
                    .doesNotContain("18:46");
        }
    }

    @Test
    void what_is_chosen_between_is_chosen_also_where_names_are_wrapped() {
        Said slow = Said.of(What.ANSWERED, "gateway-xa", 12, "1.0", 3, Clock.BEHIND);
        assertThat(SPEECH.english(slow)).endsWith("its clock is 3 ms behind the hub’s.");
        assertThat(say(slow, Language.AR.locale())).contains("متأخّرة").doesNotContain("متقدّمة");
        assertThat(SPEECH.english(Said.of(What.DID_DEAL, Effect.RETURN, 2)))
                .isEqualTo("Returned from quarantine: 2 messages.");
    }

    @Test
    void what_was_not_done_of_what_was_asked_is_counted() {
        assertThat(SPEECH.english(Said.of(What.RELEASED, 3, 3, 0, 0)))
                .isEqualTo("3 of 3 messages were handed in again.");
        assertThat(SPEECH.english(Said.of(What.RETURNED, 1, 4, 2, 1)))
                .isEqualTo("1 of 4 messages were returned. Left in quarantine, for it is not recorded where they came"
                        + " from: 2. Could not be moved, or no longer lie there: 1. Look again.");
    }

    @Test
    void what_cannot_be_understood_is_told_to_programs_in_the_same_words() {
        NotUnderstood wrong = catchThrowableOfType(NotUnderstood.class, () -> new Grounds("no"));
        assertThat(SPEECH.english(wrong.said())).isEqualTo(wrong.getMessage());
        assertThat(SPEECH.english(Said.of(What.PAUSE_MINUTES, 1440))).isEqualTo("A pause lasts 1 to 1440 minutes.");
    }

    private static String say(Said said, Locale locale) {
        return SPEECH.say(said, new When(locale, TOKYO, UNTIL), locale);
    }
}
