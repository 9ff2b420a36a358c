package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.desk.forms.Paper.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.casework.KindOfMessage;
import org.liaison.message.MessageKind;

/// What can be kept of a sheet for other cases, and what is taken over within one.
class ReusableTest {

    /// Fields of the samples that say who, where or when somebody is.
    private static final Set<String> ABOUT_SOMEBODY = Set.of(
            "givenNames",
            "familyName",
            "otherNames",
            "dateOfBirth",
            "birthDate",
            "pseudonym",
            "phone",
            "email",
            "aliases",
            "placeOfBirth",
            "file",
            "sha256");

    @Test
    void nothing_about_a_person_is_offered_of_any_form() {
        for (KindOfMessage kind : FORMS.kinds())
            for (Reusable.Field field : offered(kind))
                assertThat(List.of(field.name().split("-", -1)))
                        .as(kind.code() + " " + field.name())
                        .doesNotContainAnyElementsOf(ABOUT_SOMEBODY);
    }

    @Test
    void of_a_referral_only_what_is_open_to_everybody_is_offered() {
        assertThat(offered(FORMS.kind(REF_REQ).orElseThrow()))
                .extracting(Reusable.Field::name)
                .allMatch(name -> name.startsWith("f-language")
                        || name.startsWith("f-legalBasis")
                        || name.startsWith("f-countries"));
    }

    @Test
    void words_of_ones_own_are_never_suggested() {
        List<Reusable.Field> fields = offered(FORMS.kind(MLA_REQ).orElseThrow());
        assertThat(fields).filteredOn(field -> field.name().equals("f-facts")).allMatch(field -> !field.suggested());
        assertThat(fields).anyMatch(Reusable.Field::suggested).noneMatch(field -> field.suggested() && field.free());
    }

    @Test
    void of_a_form_about_one_person_nothing_but_the_language_is_suggested() {
        assertThat(offered(FORMS.kind(new MessageKind("WIT-REQ")).orElseThrow()))
                .filteredOn(Reusable.Field::suggested)
                .extracting(Reusable.Field::name)
                .containsExactly("f-language");
    }

    @Test
    void a_coded_answer_is_not_called_words_of_ones_own() {
        assertThat(offered(FORMS.kind(REF_REQ).orElseThrow()))
                .filteredOn(field -> field.name().startsWith("f-countries"))
                .isNotEmpty()
                .noneMatch(Reusable.Field::free);
    }

    @Test
    void only_what_was_chosen_and_offered_is_kept() {
        Answers answers = Answers.of(sample(MLA_REQ));
        Reusable reusable = Reusable.of(questionnaire(MLA_REQ), answers);
        Answers kept = reusable.chosen(List.of("f-language", "f-persons-0-name", "f-nothing"));
        assertThat(kept).isEqualTo(Answers.EMPTY.with("/language", answers.text("/language")));
    }

    @Test
    void an_answer_in_a_case_takes_over_what_every_message_of_it_says_and_nothing_else() {
        Answers taken = questionnaire(new MessageKind("REF-EMERG")).carriedOver(sample(REF_REQ));
        assertThat(taken.text("/pseudonym"))
                .isEqualTo(sample(REF_REQ).path("pseudonym").asString(""));
        assertThat(taken.texts().keySet()).containsExactly("/pseudonym");
        assertThat(questionnaire(REF_DEC).carriedOver(sample(REF_REQ)).isEmpty())
                .isTrue();
    }

    @Test
    void nothing_is_taken_over_where_forms_name_no_classes() {
        assertThat(questionnaire(MLA_RES).carriedOver(sample(MLA_REQ)).isEmpty())
                .isTrue();
    }

    private static List<Reusable.Field> offered(KindOfMessage kind) {
        return Reusable.of(questionnaire(kind.code()), Answers.of(sample(kind.code())))
                .fields();
    }
}
