package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.desk.forms.Paper.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Problem;

/// How far a form is, and where what is wrong with it is to be mended.
class TaskListTest {

    private static final Questionnaire REFERRAL = questionnaire(REF_REQ);
    /// On which the sample could be sent.
    private static final LocalDate TODAY = LocalDate.parse("2025-03-06");
    private static final Questionnaire DECISION = questionnaire(REF_DEC);

    @Test
    void nothing_is_started_on_an_empty_sheet_and_what_is_needed_is_known() {
        TaskList tasks = REFERRAL.check(Answers.EMPTY, NO_FILES);
        assertThat(tasks.isComplete()).isFalse();
        assertThat(tasks.tasks())
                .extracting(TaskList.Task::state)
                .containsOnly(TaskList.State.NOT_STARTED, TaskList.State.ONLY_IF);
        assertThat(task(tasks, "person").needed()).isTrue();
        assertThat(task(tasks, "person").key()).isEqualTo("desk.forms.state.NOT_STARTED");
        assertThat(task(tasks, "journey").key()).isEqualTo("desk.forms.state.OPTIONAL");
        assertThat(task(tasks, "guardian").state()).isEqualTo(TaskList.State.ONLY_IF);
    }

    @Test
    void the_whole_sample_is_complete_topic_by_topic() {
        TaskList tasks = REFERRAL.check(Answers.of(sample(REF_REQ)), NO_FILES);
        assertThat(tasks.isComplete()).isTrue();
        assertThat(task(tasks, "person").state()).isEqualTo(TaskList.State.COMPLETE);
    }

    @Test
    void a_missing_answer_is_in_progress_and_leads_to_its_question() {
        Answers answers = without(Answers.of(sample(REF_REQ)), "/risk/level"::equals);
        TaskList tasks = REFERRAL.check(answers, NO_FILES);
        assertThat(task(tasks, "risk").state()).isEqualTo(TaskList.State.IN_PROGRESS);
        assertThat(tasks.of("risk")).singleElement().satisfies(fault -> {
            assertThat(fault.anchor()).isEqualTo("f-risk-level");
            assertThat(fault.label().words()).isEqualTo("Risk level");
            assertThat(fault.problem().sentence()).contains("missing");
        });
    }

    /// While it is written, not only when it is sent.
    @Test
    void a_birth_in_the_future_is_told_at_its_question_on_its_topic() {
        Answers answers = Answers.of(sample(REF_REQ)).with("/person/dateOfBirth", "2999-01-01");
        assertThat(REFERRAL.check(answers, NO_FILES).isComplete()).isTrue();
        TaskList tasks = REFERRAL.check(answers, NO_FILES, TODAY);
        assertThat(tasks.of("person")).singleElement().satisfies(fault -> {
            assertThat(fault.anchor()).isEqualTo("f-person-dateOfBirth");
            assertThat(fault.said().sentence().words()).isEqualTo("This date of birth lies in the future.");
            assertThat(fault.answered()).isTrue();
        });
    }

    @Test
    void the_age_decides_whether_a_guardian_is_asked_for() {
        Answers adult = Answers.of(sample(REF_REQ)).with("/person/ageStatus", "ADULT");
        adult = without(adult, pointer -> pointer.startsWith("/guardian/"));
        assertThat(task(REFERRAL.check(adult, NO_FILES), "guardian").state()).isEqualTo(TaskList.State.ONLY_IF);
        Answers child = adult.with("/person/ageStatus", "PRESUMED_CHILD");
        TaskList tasks = REFERRAL.check(child, NO_FILES);
        assertThat(task(tasks, "guardian").needed()).isTrue();
        assertThat(tasks.of("guardian")).isNotEmpty();
        assertThat(REFERRAL.asksMore("person", adult, child)).isFalse();
        assertThat(REFERRAL.asksMore("guardian", adult, child)).isTrue();
    }

    @Test
    void an_answer_that_has_no_place_any_more_stays_and_is_said_to_be_too_many() {
        Answers answers =
                Answers.of(sample(REF_DEC)).with("/decision", "DECLINED").with("/needsCovered/0", "HOU");
        TopicPage page = DECISION.page(Questionnaire.OPENING, answers, DECISION.check(answers, NO_FILES), NO_FILES);
        Box covered = box(page.boxes(), "/needsCovered");
        assertThat(covered.isRuledOut()).isTrue();
        assertThat(covered.faults())
                .extracting(fault -> fault.problem().sentence())
                .containsExactly(covered.standing().because().words());
        assertThat(covered.standing().because().words()).isNotEmpty();
        Answers cleared = without(answers, pointer -> pointer.startsWith("/needsCovered"));
        page = DECISION.page(Questionnaire.OPENING, cleared, DECISION.check(cleared, NO_FILES), NO_FILES);
        assertThat(page.boxes())
                .extracting(Box::at)
                .doesNotContain("/needsCovered")
                .contains("/reason");
        assertThat(box(page.boxes(), "/reason").isNeeded()).isTrue();
    }

    @Test
    void a_question_that_waits_for_another_answer_is_set_aside_until_then() {
        Answers accepted = Answers.of(sample(REF_DEC)).with("/decision", "ACCEPTED_PARTIAL");
        accepted = without(accepted, pointer -> pointer.startsWith("/explanation"));
        TopicPage page = DECISION.page(Questionnaire.OPENING, accepted, DECISION.check(accepted, NO_FILES), NO_FILES);
        assertThat(page.aside()).extracting(Box::at).contains("/explanation");
        assertThat(DECISION.asksMore(Questionnaire.OPENING, accepted, accepted.with("/decision", "DECLINED")))
                .isTrue();
        assertThat(DECISION.asksMore(Questionnaire.OPENING, accepted, accepted)).isFalse();
    }

    @Test
    void a_topic_that_has_no_place_is_not_needed() {
        TaskList tasks = questionnaire(MLA_REQ).check(Answers.of(sample(MLA_REQ)), NO_FILES);
        assertThat(task(tasks, "oral").state()).isEqualTo(TaskList.State.NOT_NEEDED);
    }

    @Test
    void no_problem_is_dropped() {
        Answers answers = Answers.of(sample(REF_DEC));
        List<Problem> problems = List.of(
                new Problem("", "Of the form.", "", ""),
                new Problem("/kind", "Of the header.", "", ""),
                new Problem("/nowhere/7/at", "Of nothing.", "", ""),
                new Problem("/decision/0/more", "Below a question.", "", ""));
        TaskList tasks = TaskList.of(DECISION, answers, DECISION.draft(answers, NO_FILES), problems);
        assertThat(tasks.faults()).hasSize(4);
        assertThat(tasks.others())
                .extracting(fault -> fault.problem().sentence())
                .containsExactly("Of the form.", "Of the header.", "Of nothing.");
        assertThat(tasks.of(Questionnaire.OPENING))
                .extracting(TaskList.Fault::anchor)
                .containsExactly("f-decision");
    }

    /// Of every kind every answer is taken away in turn: what the check then says always leads to a question that is
    /// on its page.
    @Test
    void whatever_is_left_out_the_way_to_mend_it_is_on_a_page() {
        for (KindOfMessage kind : FORMS.kinds()) {
            if (!kind.form().equals(kind.code())) continue;
            Questionnaire questionnaire = questionnaire(kind.code());
            Answers whole = Answers.of(sample(kind.code()));
            for (Topic topic : questionnaire.topics()) {
                Answers answers = without(whole, topic::holds);
                TaskList tasks = questionnaire.check(answers, NO_FILES);
                for (TaskList.Fault fault : tasks.faults()) {
                    if (!fault.isOfQuestion()) continue;
                    TopicPage page = questionnaire.page(fault.topic().orElseThrow(), answers, tasks, NO_FILES);
                    assertThat(page.boxes().stream().flatMap(Box::all).map(Box::name))
                            .as(kind.code() + " without " + topic.id() + ": " + fault.problem())
                            .contains(fault.anchor());
                }
            }
        }
    }

    @Test
    void the_check_is_the_one_that_sending_uses() {
        Answers answers = without(Answers.of(sample(REF_REQ)), pointer -> pointer.startsWith("/consent/"));
        Forms forms = FORMS;
        assertThat(REFERRAL.check(answers, NO_FILES).faults())
                .extracting(TaskList.Fault::problem)
                .isEqualTo(
                        forms.check(REF_REQ, REFERRAL.draft(answers, NO_FILES).bytes()));
    }

    private static TaskList.Task task(TaskList tasks, String topic) {
        return tasks.tasks().stream()
                .filter(task -> task.topic().id().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private static Box box(List<Box> boxes, String at) {
        Optional<Box> box = boxes.stream().filter(one -> one.at().equals(at)).findFirst();
        return box.orElseThrow();
    }

    private static Answers without(Answers answers, Predicate<String> gone) {
        Map<String, String> rest = new TreeMap<>(answers.texts());
        rest.keySet().removeIf(gone);
        return new Answers(rest);
    }
}
