package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.desk.forms.Paper.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liaison.casework.Problem;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageKind;

/// What is typed is kept; what is not asked is not taken.
class AnswersTest {

    private static final Questionnaire DECISION = questionnaire(REF_DEC);
    private static final Questionnaire REQUEST = questionnaire(MLA_REQ);

    @Test
    void what_is_wrong_is_kept_word_for_word_and_said_to_be_wrong() {
        Questionnaire referral = questionnaire(REF_REQ);
        Map<String, String> wrong = Map.of(
                "f-risk-assessedOn", "next  Tuesday",
                "f-risk-level", "PURPLE",
                "f-risk-validUntil", "2026-02-31");
        Map<String, List<String>> posted = new LinkedHashMap<>();
        wrong.forEach((name, text) -> posted.put(name, List.of(text)));
        Reading reading = referral.read(Answers.of(sample(REF_REQ)), "risk", posted);
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.answers().text("/risk/assessedOn")).isEqualTo("next  Tuesday");
        TaskList tasks = referral.check(reading.answers(), NO_FILES);
        assertThat(tasks.of("risk"))
                .extracting(TaskList.Fault::anchor)
                .contains("f-risk-assessedOn", "f-risk-level", "f-risk-validUntil");
        assertThat(Screen.topic(referral, "risk", reading.answers())
                        .getElementById("f-risk-assessedOn")
                        .val())
                .isEqualTo("next  Tuesday");
    }

    @Test
    void whatever_is_typed_into_any_field_comes_back_as_it_was() {
        Random random = new Random(4);
        for (MessageKind kind : List.of(REF_DEC, MLA_REQ, MLA_RES, new MessageKind("BUL-MO"))) {
            Questionnaire questionnaire = questionnaire(kind);
            Answers answers = Answers.of(sample(kind));
            for (Topic topic : questionnaire.topics()) {
                Map<String, List<String>> posted = Screen.posted(Screen.topic(questionnaire, topic.id(), answers));
                posted.replaceAll((name, values) -> spoil(questionnaire, name, values, random));
                Answers after = questionnaire.read(answers, topic.id(), posted).answers();
                questionnaire.check(after, NO_FILES);
                Map<String, List<String>> again = Screen.posted(Screen.topic(questionnaire, topic.id(), after));
                posted.forEach((name, values) -> {
                    if (name.startsWith("f-") && !values.equals(List.of("")))
                        assertThat(again.get(name)).as(kind + " " + name).isEqualTo(values);
                });
            }
        }
    }

    /// Lines keep their breaks only where a field has lines; boxes that are ticked stay what they are.
    private static List<String> spoil(Questionnaire questionnaire, String name, List<String> values, Random random) {
        Input input = Names.pointer(name)
                .flatMap(questionnaire::find)
                .map(found -> found.question().input())
                .orElse(Input.FIXED);
        if (!input.isSimple() || input.isSet() || input == Input.CONFIRM) return values;
        String junk = List.of("<script>alert(1)</script>", "\"' & {{x}} ${7*7} [[${1}]]", "\u202Eabc\u0660", "  two  ")
                .get(random.nextInt(4));
        return List.of(input == Input.LONG_TEXT ? "\r\n" + junk + "\r\nmore" : junk);
    }

    @Test
    void what_the_form_does_not_ask_is_refused_with_a_sentence_and_not_taken() {
        for (String name : List.of(
                "f-shoeSize",
                "f-kind",
                "f-version",
                "f-decision-0",
                "f-needsCovered-0",
                "f-caseManager-name-x",
                "f-__proto__",
                "f-" + "x".repeat(500))) {
            Reading reading = DECISION.read(Answers.EMPTY, Questionnaire.OPENING, Map.of(name, List.of("x")));
            assertThat(reading.answers().isEmpty()).as(name).isTrue();
            assertThat(reading.refusals())
                    .as(name)
                    .extracting(Refusal::reason)
                    .containsExactly(Refusal.Reason.NOT_ASKED);
        }
        assertThat(DECISION.read(Answers.EMPTY, Questionnaire.OPENING, Map.of("_csrf", List.of("x")))
                        .refusals())
                .isEmpty();
    }

    @Test
    void a_page_takes_only_its_own_questions() {
        Answers before = Answers.of(sample(MLA_REQ));
        Reading reading = REQUEST.read(before, "facts", Map.of("f-purpose", List.of("something else")));
        assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.NOT_ASKED);
        assertThat(reading.answers().text("/purpose")).isEqualTo(before.text("/purpose"));
        assertThatThrownBy(() -> REQUEST.read(before, "nowhere", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_beyond_all_measure_is_refused_and_the_old_one_stays() {
        Answers before = Answers.of(sample(MLA_REQ));
        String flood = "x".repeat(Post.LONGEST_TEXT + 1);
        Reading reading = REQUEST.read(before, "facts", Map.of("f-facts", List.of(flood)));
        assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_LONG);
        assertThat(reading.refusals().getFirst().label().words()).isEqualTo("Summary of the facts");
        assertThat(reading.answers()).isEqualTo(before);
        String long20 = "x".repeat(30_000);
        Answers kept = REQUEST.read(before, "facts", Map.of("f-facts", List.of(long20)))
                .answers();
        assertThat(kept.text("/facts")).isEqualTo(long20);
        assertThat(REQUEST.check(kept, NO_FILES).of("facts")).hasSize(1);
    }

    @Test
    void more_fields_than_a_page_has_and_more_text_than_a_form_holds_are_refused_whole() {
        Map<String, List<String>> many = new TreeMap<>();
        for (int i = 0; i <= Post.MOST_FIELDS; i++) many.put("f-assistance-" + i + "-type", List.of("A"));
        Reading flood = REQUEST.read(Answers.EMPTY, "assistance", many);
        assertThat(flood.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_MANY_FIELDS);
        assertThat(flood.answers()).isEqualTo(Answers.EMPTY);
        Map<String, List<String>> much = new TreeMap<>();
        for (int i = 0; i < 20; i++)
            much.put("f-assistance-" + i + "-description", List.of("x".repeat(Post.LONGEST_TEXT)));
        assertThat(REQUEST.read(Answers.EMPTY, "assistance", much).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.TOO_MUCH);
    }

    @Test
    void a_list_takes_no_more_entries_than_it_may_have_and_has_no_holes() {
        Reading reading = REQUEST.read(
                Answers.EMPTY,
                "assistance",
                Map.of(
                        "f-assistance-3-type", List.of("A"),
                        "f-assistance-50-type", List.of("B"),
                        "f-assistance-900-type", List.of("C")));
        assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_MANY_ENTRIES);
        assertThat(reading.answers().entries("/assistance")).isEqualTo(2);
        assertThat(reading.answers().text("/assistance/1/type")).isEqualTo("B");
    }

    @Test
    void one_question_has_one_answer() {
        Answers before = Answers.of(sample(REF_DEC));
        Reading reading =
                DECISION.read(before, Questionnaire.OPENING, Map.of("f-decision", List.of("ACCEPTED", "DECLINED")));
        assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.SEVERAL_ANSWERS);
        assertThat(reading.answers().text("/decision")).isEqualTo(before.text("/decision"));
    }

    @Test
    void an_entry_is_added_filled_and_taken_out_without_hurting_the_others() {
        Answers answers = Answers.of(sample(MLA_REQ));
        int there = answers.entries("/assistance");
        Answers more = REQUEST.add(answers, "f-assistance").answers();
        assertThat(more.entries("/assistance")).isEqualTo(there + 1);
        assertThat(REQUEST.draft(more, NO_FILES).form()).isEqualTo(sample(MLA_REQ));
        Map<String, List<String>> posted = Screen.posted(Screen.topic(REQUEST, "assistance", more));
        Answers kept = REQUEST.read(more, "assistance", posted).answers();
        assertThat(kept.entries("/assistance")).isEqualTo(there + 1);
        Answers without = REQUEST.remove(kept, "f-assistance-0").answers();
        assertThat(without.entries("/assistance")).isEqualTo(there);
        assertThat(without.text("/assistance/0/description")).isEqualTo(answers.text("/assistance/1/description"));
        assertThat(REQUEST.remove(kept, "f-facts").refusals()).hasSize(1);
        assertThat(REQUEST.add(kept, "f-facts").refusals()).hasSize(1);
        assertThat(REQUEST.add(kept, "f-nowhere").refusals()).hasSize(1);
    }

    @Test
    void a_list_that_may_have_no_more_entries_says_so() {
        Answers full = Answers.EMPTY;
        for (int i = 0; i < 200; i++) full = full.with("/assistance/" + i + "/type", "A");
        assertThat(REQUEST.add(full, "f-assistance").refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.TOO_MANY_ENTRIES);
    }

    @Test
    void empty_entries_leave_no_holes_and_problems_still_find_their_question() {
        Answers answers = Answers.EMPTY
                .with("/assistance/0", "")
                .with("/assistance/1/type", "A")
                .with("/assistance/2", "")
                .with("/assistance/3/type", "Q");
        Draft draft = REQUEST.draft(answers, NO_FILES);
        assertThat(draft.form().path("assistance").size()).isEqualTo(2);
        TaskList tasks = TaskList.of(
                REQUEST, answers, draft, List.of(new Problem("/assistance/1/type", "Wrong.", "", "Mend it.")));
        assertThat(tasks.faults()).extracting(TaskList.Fault::anchor).containsExactly("f-assistance-3-type");
    }

    @Test
    void numbers_dates_and_codes_are_read_as_people_write_them() {
        Answers answers = Answers.EMPTY
                .with("/assistance/0/number", " 1\u00A02 ")
                .with("/assistance/1/number", "\u0663")
                .with("/assistance/2/number", "twelve")
                .with("/assistance/3/number", "99999999999999999999999")
                .with("/authority/officer/phone", "+990 (12) 345-678");
        var form = REQUEST.draft(answers, NO_FILES).form();
        assertThat(form.at("/assistance/0/number").intValue()).isEqualTo(12);
        assertThat(form.at("/assistance/1/number").intValue()).isEqualTo(3);
        assertThat(form.at("/assistance/2/number").stringValue()).isEqualTo("twelve");
        assertThat(form.at("/assistance/3/number").isString()).isTrue();
        assertThat(form.at("/authority/officer/phone").stringValue()).isEqualTo("+99012345678");
    }

    @Test
    void a_moment_as_a_browser_writes_it_is_a_moment_in_utc() {
        Questionnaire schedule = questionnaire(new MessageKind("BUL-SCHED"));
        for (Map.Entry<String, String> written : Map.of(
                        "2026-11-22T08:30", "2026-11-22T08:30:00Z",
                        "2026-11-22T08:30:15", "2026-11-22T08:30:15Z",
                        "2026-11-22T08:30:15Z", "2026-11-22T08:30:15Z",
                        "noon", "noon")
                .entrySet())
            assertThat(schedule.draft(Answers.EMPTY.with("/issuedAt", written.getKey()), NO_FILES)
                            .form()
                            .path("issuedAt")
                            .stringValue())
                    .isEqualTo(written.getValue());
    }

    @Test
    void a_digest_that_nobody_wrote_is_that_of_the_file_beside_it() {
        Questionnaire result = questionnaire(MLA_RES);
        Answers answers = Answers.of(sample(MLA_RES));
        String file = answers.text("/manifest/0/file");
        Digest digest = Bytes.ofUtf8("another").sha256();
        Map<String, String> without = new TreeMap<>(answers.texts());
        without.remove("/manifest/0/sha256");
        assertThat(result.draft(new Answers(without), Map.of(file, digest))
                        .form()
                        .at("/manifest/0/sha256")
                        .stringValue())
                .isEqualTo(digest.toHex());
        assertThat(result.draft(answers, Map.of(file, digest)).form()).isEqualTo(sample(MLA_RES));
    }

    @Test
    void an_attached_file_is_listed_once_and_taken_off_again() {
        Answers answers = Answers.of(sample(MLA_REQ));
        int there = answers.entries("/attachments");
        Answers listed = REQUEST.listing(answers, "second order.pdf");
        assertThat(listed.entries("/attachments")).isEqualTo(there + 1);
        assertThat(REQUEST.listing(listed, "second order.pdf")).isEqualTo(listed);
        assertThat(REQUEST.unlisting(listed, "second order.pdf")).isEqualTo(answers);
        assertThat(REQUEST.unlisting(answers, "unknown.pdf")).isEqualTo(answers);
        Questionnaire closing = questionnaire(new MessageKind("REF-CANCEL"));
        assertThat(closing.listing(Answers.EMPTY, "a.pdf")).isEqualTo(Answers.EMPTY);
        assertThat(REQUEST.asks("/legalBasis")).isTrue();
        assertThat(REQUEST.asks("/kind")).isFalse();
        assertThat(REQUEST.asks("/assistance")).isFalse();
    }

    @Test
    void a_list_can_be_said_to_be_empty() {
        Questionnaire result = questionnaire(MLA_RES);
        Reading reading = result.read(Answers.EMPTY, "manifest", Map.of("f-manifest", List.of("[]")));
        assertThat(reading.refusals()).isEmpty();
        var form = result.draft(reading.answers(), NO_FILES).form();
        assertThat(form.path("manifest").isArray()).isTrue();
        assertThat(result.draft(Answers.EMPTY, NO_FILES).form().has("manifest")).isFalse();
        assertThat(result.read(Answers.EMPTY, "manifest", Map.of("f-manifest", List.of("{}")))
                        .refusals())
                .hasSize(1);
    }

    @Test
    void answers_are_kept_between_two_visits_and_print_nothing() {
        Answers answers = Answers.of(sample(REF_REQ)).with("/servicePlan", "line one\r\n\"two\" \u0000 \uD83D\uDE00");
        assertThat(Answers.ofBytes(answers.toBytes())).isEqualTo(answers);
        assertThat(answers.toString()).matches("[0-9]+ answers");
    }

    @Test
    void names_and_places_are_two_ways_to_say_the_same() {
        for (String pointer : List.of("/a", "/assistance/10/hearing/at", "/a_b", "/a-b/0", "/\u00e9"))
            assertThat(Names.pointer(Names.name(pointer))).contains(pointer);
        for (String name : List.of("f", "f-", "g-a", "f-a--b", "f-a_zz", "f-_0061", "f-a/b", "f-a b"))
            assertThat(Names.pointer(name)).as(name).isEmpty();
    }
}
