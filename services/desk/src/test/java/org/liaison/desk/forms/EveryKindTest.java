package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.casework.KindOfMessage;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import tools.jackson.databind.node.ObjectNode;

/// What holds for every kind of message there is.
class EveryKindTest {

    static List<MessageKind> kinds() {
        return Paper.FORMS.kinds().stream().map(KindOfMessage::code).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_question_has_a_label_and_help(MessageKind kind) {
        Questionnaire questionnaire = Paper.questionnaire(kind);
        assertThat(questionnaire.topics()).isNotEmpty();
        List<String> bare = new ArrayList<>();
        for (Topic topic : questionnaire.topics()) for (Question question : topic.questions()) look(question, bare);
        assertThat(bare).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_label_is_in_the_readers_language(MessageKind kind) {
        for (Language language : Language.values())
            for (Topic topic : Paper.questionnaire(kind, language).topics())
                assertThat(topic.title().language()).as(topic.id()).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_help_and_rule_is_in_the_readers_language(MessageKind kind) {
        for (Language language : Language.values()) {
            List<Text> said = new ArrayList<>();
            for (Topic topic : Paper.questionnaire(kind, language).topics())
                for (Question question : topic.questions()) said(question, said);
            assertThat(said).extracting(Text::language).containsOnly(language);
        }
    }

    private static void said(Question question, List<Text> said) {
        said.add(question.help());
        for (Rule rule : question.rules())
            Stream.concat(rule.then().stream(), rule.otherwise().stream())
                    .map(Rule.Demand::because)
                    .filter(because -> !because.isEmpty())
                    .forEach(said::add);
        question.parts().forEach(part -> said(part, said));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_two_topics_and_no_two_fields_share_a_name(MessageKind kind) {
        Set<String> ids = new TreeSet<>();
        for (Topic topic : Paper.questionnaire(kind).topics())
            assertThat(ids.add(topic.id())).isTrue();
    }

    /// Each page is opened with the sample's answers, posted as it is, and the answers of all pages make the sample.
    @ParameterizedTest
    @MethodSource("kinds")
    void the_sample_goes_through_its_pages_unharmed(MessageKind kind) {
        Questionnaire questionnaire = Paper.questionnaire(kind);
        ObjectNode sample = Paper.sample(kind);
        Answers answers = Answers.of(sample);
        Answers collected = Answers.EMPTY;
        for (Topic topic : questionnaire.topics()) {
            Document page = Screen.topic(questionnaire, topic.id(), answers);
            Reading reading = questionnaire.read(collected, topic.id(), Screen.posted(page));
            assertThat(reading.refusals()).as(topic.id()).isEmpty();
            Reading again = questionnaire.read(answers, topic.id(), Screen.posted(page));
            assertThat(questionnaire.draft(again.answers(), Paper.NO_FILES).form())
                    .as(topic.id())
                    .isEqualTo(sample);
            collected = reading.answers();
        }
        assertThat(questionnaire.check(collected, Paper.NO_FILES).faults()).isEmpty();
        assertThat(questionnaire.check(answers, Paper.NO_FILES).isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_page_binds_every_control_to_a_label(MessageKind kind) {
        Questionnaire questionnaire = Paper.questionnaire(kind, Language.AR);
        for (Answers answers : List.of(Answers.EMPTY, Answers.of(Paper.sample(kind))))
            for (Topic topic : questionnaire.topics()) wellMade(Screen.topic(questionnaire, topic.id(), answers));
    }

    static void wellMade(Document page) {
        Set<String> ids = new TreeSet<>();
        for (Element element : page.select("[id]"))
            assertThat(ids.add(element.id())).as(element.id()).isTrue();
        for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(control.id()).as(control.outerHtml()).isNotEmpty();
            assertThat(page.select("label[for=" + control.id() + "]"))
                    .as(control.id())
                    .hasSize(1);
            assertThat(page.select("label[for=" + control.id() + "]").text())
                    .as(control.outerHtml())
                    .isNotBlank();
        }
        for (Element told : page.select("[aria-describedby]"))
            for (String id : told.attr("aria-describedby").split(" "))
                assertThat(ids).contains(id);
        for (Element fieldset : page.select("fieldset"))
            assertThat(fieldset.child(0).normalName()).isEqualTo("legend");
        for (Element button : page.select("button")) assertThat(button.text()).isNotBlank();
        assertThat(page.select("[style], script, style, [onclick], [onchange]")).isEmpty();
        assertThat(page.body().text()).doesNotContain("desk.forms.").doesNotContain("??");
    }

    private static void look(Question question, List<String> bare) {
        if (question.label().isEmpty() || question.help().isEmpty()) bare.add(question.path());
        question.parts().forEach(part -> look(part, bare));
    }
}
