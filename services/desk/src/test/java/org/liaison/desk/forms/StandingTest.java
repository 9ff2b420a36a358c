package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.desk.forms.Paper.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Problem;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// What a page says is needed is what the check misses: conditions are read here and judged there.
class StandingTest {

    static List<MessageKind> forms() {
        return FORMS.kinds().stream()
                .filter(kind -> kind.form().equals(kind.code()))
                .map(KindOfMessage::code)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_question_is_needed_by_a_rule_exactly_where_the_check_misses_it(MessageKind kind) {
        Questionnaire questionnaire = questionnaire(kind);
        Answers whole = Answers.of(sample(kind));
        for (Answers answers : variants(whole, questionnaire)) {
            Draft draft = questionnaire.draft(answers, NO_FILES);
            List<Problem> problems = FORMS.check(kind, draft.bytes());
            questionnaire.standings(answers).forEach((at, standing) -> {
                String parent = at.substring(0, at.lastIndexOf('/'));
                boolean inForm = parent.isEmpty() || !draft.form().at(parent).isMissingNode();
                if (standing.because().isEmpty() || !inForm) return;
                boolean complained = problems.stream()
                        .anyMatch(problem ->
                                problem.sentence().equals(standing.because().words())
                                        && (problem.pointer().equals(at) || at.startsWith(problem.pointer())));
                boolean answered = !draft.form().at(at).isMissingNode();
                switch (standing.need()) {
                    case NEEDED ->
                        assertThat(complained || answered)
                                .as(at + " " + standing)
                                .isTrue();
                    case RULED_OUT ->
                        assertThat(complained || !answered)
                                .as(at + " " + standing)
                                .isTrue();
                    case ONLY_IF, WELCOME ->
                        assertThat(complained).as(at + " " + standing).isFalse();
                }
            });
        }
    }

    /// The sample with each answer left out in turn, and with each code exchanged for every other.
    private static List<Answers> variants(Answers whole, Questionnaire questionnaire) {
        List<Answers> variants = new ArrayList<>(List.of(whole));
        for (String pointer : whole.texts().keySet()) {
            Map<String, String> rest = new TreeMap<>(whole.texts());
            rest.remove(pointer);
            variants.add(new Answers(rest));
            questionnaire
                    .find(pointer)
                    .ifPresent(found -> found.question()
                            .choices()
                            .forEach(choice -> variants.add(whole.with(pointer, choice.value()))));
        }
        return variants;
    }

    @Test
    void a_page_asks_others_when_an_answer_turns_a_condition_and_not_when_it_does_not() {
        Questionnaire request = questionnaire(MLA_REQ);
        Answers treaty = Answers.of(sample(MLA_REQ)).with("/legalBasis", "UNTOC+TIP");
        assertThat(request.asksOthers(Questionnaire.OPENING, treaty, treaty.with("/legalBasis", "RECIPROCITY")))
                .isTrue();
        assertThat(request.asksOthers(Questionnaire.OPENING, treaty, treaty.with("/legalBasis", "CoE197")))
                .isFalse();
        assertThat(request.asksOthers("persons", treaty, treaty.with("/legalBasis", "RECIPROCITY")))
                .isFalse();
    }

    @Test
    void a_condition_that_is_not_understood_is_no_condition() {
        JsonNode odd = StrictJson.MAPPER.readTree("{\"properties\":{\"a\":{\"pattern\":\"x\"}}}");
        assertThatThrownBy(() -> new Condition(odd)).isInstanceOf(IllegalStateException.class);
    }

    /// Whatever is posted under the names that a form has: pages are drawn, the check speaks, nothing breaks.
    @Test
    void nothing_that_is_posted_breaks_a_page() {
        Random random = new Random(7);
        for (MessageKind kind : List.of(REF_REQ, REF_DEC, MLA_REQ, MLA_RES, new MessageKind("AST-REQ"))) {
            Questionnaire questionnaire = questionnaire(kind);
            List<String> paths = new ArrayList<>();
            questionnaire.form().parts().forEach(part -> collect(part, paths));
            for (int round = 0; round < 20; round++) {
                Topic topic = questionnaire
                        .topics()
                        .get(random.nextInt(questionnaire.topics().size()));
                Map<String, List<String>> posted = new TreeMap<>();
                for (int i = 0; i < 60; i++) {
                    String path = paths.get(random.nextInt(paths.size()));
                    while (path.contains("*")) path = path.replaceFirst("\\*", String.valueOf(random.nextInt(4)));
                    posted.put(Names.name(path), values(random));
                }
                Answers after = questionnaire
                        .read(Answers.of(sample(kind)), topic.id(), posted)
                        .answers();
                assertThat(after.texts().keySet()).allMatch(at -> asked(questionnaire, at));
                TaskList tasks = questionnaire.check(after, NO_FILES);
                assertThat(new TreeSet<>(tasks.tasks().stream()
                                .map(task -> task.topic().id())
                                .toList()))
                        .hasSameSizeAs(questionnaire.topics());
                EveryKindTest.wellMade(Screen.topic(questionnaire, topic.id(), after));
            }
        }
    }

    private static boolean asked(Questionnaire questionnaire, String at) {
        return questionnaire.find(at).isPresent()
                || questionnaire.find(at.substring(0, at.lastIndexOf('/'))).isPresent();
    }

    private static List<String> values(Random random) {
        List<String> some =
                List.of("", "[]", "true", "A", "DECLINED", "2026-02-30", "-0", "1e9", "\u0000", "x", "\n\n");
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) values.add(some.get(random.nextInt(some.size())));
        return values;
    }

    private static void collect(Question question, List<String> paths) {
        paths.add(question.path());
        question.parts().forEach(part -> collect(part, paths));
    }
}
