package org.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.liaison.desk.forms.Screen;
import org.liaison.message.Language;
import org.liaison.message.Reason;

/// What evidence adds to a reason, as an officer reads it.
class DetailsTest {

    private static final String NEWER = "The seal is of a kind that was made up later.";
    private static final String OF_A_FORM = """
            /person/givenNames: "Given names" is missing. (CoE 11) Name it.
            form: 2 attached files are not listed in the form. (CoE 11, UNTOC 18(17))""";

    @Test
    void it_is_said_in_the_readers_language() {
        Document page = shown(Language.FR, Reason.UNKNOWN_RECIPIENT, "The directory does not know xa.police.hq.");
        assertThat(page.select(".note > p").text()).startsWith("Un destinataire est inconnu de l’annuaire.");
        assertThat(page.select("li").text()).isEqualTo("L’annuaire ne connaît pas xa.police.hq.");
        assertThat(page.select("li [lang=en]")).isEmpty();
    }

    @Test
    void each_fault_of_a_form_is_said_with_its_place() {
        Document page = shown(Language.ES, Reason.FORM_INVALID, OF_A_FORM);
        assertThat(page.select("li")).hasSize(2);
        assertThat(page.select("li").first().select("bdi").text()).isEqualTo("/person/givenNames");
        assertThat(page.select("li").last().text()).contains("2 ", "(CoE 11, UNTOC 18(17))");
        assertThat(page.select("li").last().text()).doesNotContain("attached");
    }

    @Test
    void what_nobody_has_worded_is_marked_as_the_english_that_it_is() {
        Document page = shown(Language.AR, Reason.UNREADABLE_CONTENT, NEWER);
        assertThat(page.select("li [lang=en]").text()).isEqualTo(NEWER);
    }

    @Test
    void nothing_is_said_twice() {
        for (Language language : Language.values())
            assertThat(shown(language, Reason.CLOCK_SKEW, Reason.CLOCK_SKEW.sentence())
                            .select("li"))
                    .isEmpty();
        assertThat(new Details(Language.EN).of(Reason.NOT_HANDED_OVER_IN_TIME, "Call xa.police.hq: +990."))
                .as("whom to call stands there by itself")
                .isEmpty();
    }

    private static Document shown(Language language, Reason reason, String details) {
        return Screen.page(
                "desk/messages :: why(${reason}, ${details})",
                language,
                Map.of("reason", reason, "details", details, "told", new Details(language)));
    }
}
