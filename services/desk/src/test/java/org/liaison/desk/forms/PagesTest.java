package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.desk.forms.Paper.*;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Language;

/// What an officer gets to see, and what a screen reader gets to say.
class PagesTest {

    private static final Questionnaire REQUEST = questionnaire(MLA_REQ);

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_six_languages_say_the_same_things(Language language) {
        assertThat(Screen.words(language).keySet())
                .isEqualTo(Screen.words(Language.EN).keySet());
        Screen.words(language).forEach((key, text) -> {
            String english = Screen.words(Language.EN).getProperty(key.toString());
            assertThat(text.toString().contains("{0}")).as(key.toString()).isEqualTo(english.contains("{0}"));
            assertThat(text.toString()).as(key.toString()).isNotBlank().doesNotContain("'");
        });
    }

    @Test
    void every_reason_state_rule_and_kind_has_its_words() {
        var words = Screen.words(Language.EN);
        for (Refusal.Reason reason : Refusal.Reason.values())
            assertThat(words).containsKey(Refusal.of(reason).key());
        for (var rule : org.liaison.casework.Withheld.Rule.values())
            assertThat(words).containsKey("desk.forms.withheld." + rule);
        for (var kind : org.liaison.message.AuthorityKind.values())
            assertThat(words).containsKey("desk.forms.kind." + kind.code());
        for (TaskList.State state : TaskList.State.values()) assertThat(words).containsKey("desk.forms.state." + state);
    }

    @Test
    void a_fault_is_bound_to_its_field_and_the_summary_leads_there() {
        Answers answers = Answers.of(sample(MLA_REQ)).with("/language", "klingon language");
        TaskList tasks = REQUEST.check(answers, NO_FILES);
        Document page = Screen.topic(REQUEST, Questionnaire.OPENING, answers);
        Element field = page.getElementById("f-language");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        String told = field.attr("aria-describedby");
        assertThat(told).contains("f-language--fault-0");
        assertThat(page.getElementById("f-language--fault-0").text()).contains("is not written in its form");
        Document summary = Screen.page(
                "desk/form-topic :: faults(${faults}, '')",
                Language.EN,
                Map.of("faults", tasks.of(Questionnaire.OPENING)));
        assertThat(summary.select("a").attr("href")).isEqualTo("#f-language");
        assertThat(summary.select("[role=alert] h2")).hasSize(1);
    }

    @Test
    void the_task_list_says_how_far_each_topic_is_and_leads_to_each_fault() {
        Answers answers = Answers.of(sample(MLA_REQ)).with("/facts", "short");
        TaskList tasks = REQUEST.check(answers, NO_FILES);
        Map<String, Object> model = Map.of("tasks", tasks);
        Document list = Screen.page("desk/form-tasks :: tasks(${tasks}, '/sheets/7/topics')", Language.EN, model);
        assertThat(list.select("li")).hasSize(REQUEST.topics().size());
        assertThat(list.select("#task-facts").attr("href")).isEqualTo("/sheets/7/topics/facts");
        assertThat(list.select("li:has(#task-facts)").text())
                .contains("In progress")
                .contains("To correct: 1");
        Document faults = Screen.page("desk/form-tasks :: faults(${tasks}, '/sheets/7/topics')", Language.EN, model);
        assertThat(faults.select("a").attr("href")).isEqualTo("/sheets/7/topics/facts#f-facts");
    }

    @Test
    void what_was_not_taken_is_said() {
        Reading reading = REQUEST.read(
                Answers.EMPTY,
                "facts",
                Map.of("f-facts", List.of("x".repeat(Post.LONGEST_TEXT + 1)), "f-other", List.of("x")));
        Document page = Screen.page(
                "desk/form-topic :: refusals(${refusals})", Language.EN, Map.of("refusals", reading.refusals()));
        assertThat(page.text())
                .contains("Summary of the facts")
                .contains("far too long")
                .contains("does not ask");
    }

    @Test
    void a_file_is_chosen_from_those_attached() {
        Map<String, Digest> attached = Map.of("order.pdf", Bytes.ofUtf8("order").sha256());
        Answers answers = Answers.EMPTY.with("/attachments/0", "");
        TopicPage topic = REQUEST.page("attachments", answers, REQUEST.check(answers, attached), attached);
        Document page = Screen.page("desk/form-topic :: topic(${page})", Language.EN, Map.of("page", topic));
        assertThat(page.select("#f-attachments-0-file option").eachAttr("value"))
                .containsExactly("", "order.pdf");
    }

    @Test
    void a_date_that_is_none_is_shown_as_it_was_typed() {
        Questionnaire schedule = questionnaire(REF_REQ);
        Element right = Screen.topic(schedule, "risk", Answers.EMPTY.with("/risk/assessedOn", "2026-11-22"))
                .getElementById("f-risk-assessedOn");
        assertThat(right.attr("type")).isEqualTo("date");
        Element wrong = Screen.topic(schedule, "risk", Answers.EMPTY.with("/risk/assessedOn", "22.11.2026"))
                .getElementById("f-risk-assessedOn");
        assertThat(wrong.attr("type")).isEqualTo("text");
        assertThat(wrong.val()).isEqualTo("22.11.2026");
    }

    @Test
    void the_enter_key_saves_and_does_not_remove() {
        Document page = Screen.topic(REQUEST, "assistance", Answers.of(sample(MLA_REQ)));
        assertThat(page.select("button").first().attr("name")).isEqualTo("go");
        assertThat(page.select("button[name=remove]").first().val()).startsWith("f-assistance-0");
    }

    @Test
    void a_page_says_who_will_see_an_answer_that_not_everybody_gets() {
        Document page = Screen.topic(questionnaire(REF_REQ), "health", Answers.of(sample(REF_REQ)));
        assertThat(page.select(".seen").text()).contains("social authorities").doesNotContain("police");
        Document open = Screen.topic(REQUEST, "facts", Answers.EMPTY);
        assertThat(open.select(".seen")).isEmpty();
    }

    @Test
    void help_and_problems_are_in_the_readers_language() {
        Questionnaire questionnaire = questionnaire(MLA_REQ, Language.AR);
        Document page = Screen.topic(questionnaire, "facts", Answers.EMPTY);
        assertThat(page.select("label span").first().attr("lang")).isEqualTo("ar");
        assertThat(page.select("[lang=en]").not("html")).isEmpty();
        assertThat(page.select(".hint bdi.source").text()).contains("(UNTOC 18(15)");
        TaskList tasks = questionnaire.check(Answers.EMPTY, Map.of());
        assertThat(tasks.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.said().sentence().language())
                        .as(fault.problem().toString())
                        .isEqualTo(Language.AR));
    }

    @Test
    void what_nobody_has_worded_is_marked_as_the_english_that_it_is() {
        assertThat(Text.said("A sentence of a newer program.", Language.FR))
                .isEqualTo(Text.english("A sentence of a newer program."));
    }

    @Test
    void a_topic_all_of_whose_questions_wait_for_others_shows_them_at_once() {
        Document consent = Screen.topic(questionnaire(REF_REQ), "consent", Answers.EMPTY);
        assertThat(consent.select("#questions > details#aside[open]")).hasSize(1);
        Document facts = Screen.topic(REQUEST, Questionnaire.OPENING, Answers.EMPTY);
        assertThat(facts.select("details[open]")).isEmpty();
    }

    @Test
    void help_that_begins_with_a_code_is_read_in_the_direction_of_its_language() {
        Document person = Screen.topic(questionnaire(REF_REQ, Language.AR), "person", Answers.EMPTY);
        assertThat(person.select(".hint [lang=ar]"))
                .isNotEmpty()
                .allMatch(help -> help.attr("dir").equals("rtl"));
    }

    @Test
    void countries_are_sorted_as_the_reader_sorts() {
        Document person = Screen.topic(questionnaire(REF_REQ, Language.FR), "person", Answers.EMPTY);
        List<String> names = person.select("#countries option").eachText();
        assertThat(names.indexOf("Équateur")).isLessThan(names.indexOf("Espagne"));
    }
}
