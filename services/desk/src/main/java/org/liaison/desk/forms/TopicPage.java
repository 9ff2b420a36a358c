package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.liaison.message.Digest;
import org.liaison.message.Language;
import org.liaison.print.Wording;

/// The page of one topic, with the answers so far.
public final class TopicPage {

    private final Questionnaire questionnaire;
    private final Topic topic;
    private final Answers answers;
    private final TaskList tasks;
    private final Map<String, Digest> attached;
    private final Map<String, Standing> standings;
    private final Boxes boxes;

    TopicPage(Questionnaire questionnaire, Topic topic, Answers answers, TaskList tasks, Map<String, Digest> attached) {
        this.questionnaire = questionnaire;
        this.topic = topic;
        this.answers = answers;
        this.tasks = tasks;
        this.attached = attached;
        this.standings = questionnaire.standings(answers);
        this.boxes = boxes(topic.questions(), "");
    }

    public Topic topic() {
        return topic;
    }

    public List<Box> boxes() {
        return boxes.asked;
    }

    /// Questions that only other answers would call for: closed away, but within reach.
    public List<Box> aside() {
        return boxes.aside;
    }

    /// What the page asks without being asked to show more, and how.
    Map<String, Standing> asked() {
        Map<String, Standing> asked = new HashMap<>();
        boxes.asked.stream().flatMap(TopicPage::shown).forEach(box -> asked.put(box.at(), box.standing()));
        return asked;
    }

    private static Stream<Box> shown(Box box) {
        return Stream.concat(Stream.of(box), box.boxes().stream().flatMap(TopicPage::shown));
    }

    /// What is wrong on this page.
    public List<TaskList.Fault> faults() {
        return tasks.of(topic.id());
    }

    /// The countries of ISO 3166, if this page asks for any: suggestions, not a limit.
    public List<Question.Choice> countries() {
        return asks(Input.COUNTRY)
                ? named(Locale.getISOCountries(), code -> wording().country(code))
                : List.of();
    }

    /// The six languages of the United Nations, if this page asks for any: suggestions, not a limit.
    public List<Question.Choice> languages() {
        String[] tags = Arrays.stream(Language.values()).map(Language::tag).toArray(String[]::new);
        return asks(Input.LANGUAGE) ? named(tags, tag -> wording().language(tag)) : List.of();
    }

    private Wording wording() {
        return new Wording(questionnaire.language());
    }

    private List<Question.Choice> named(String[] codes, java.util.function.Function<String, Wording.Words> words) {
        return Arrays.stream(codes)
                .map(code ->
                        new Question.Choice(code, new Text(words.apply(code).text(), questionnaire.language())))
                .sorted(Comparator.comparing(
                        choice -> choice.label().words(), wording().order()))
                .toList();
    }

    private boolean asks(Input input) {
        return Stream.concat(boxes.asked.stream(), boxes.aside.stream())
                .flatMap(Box::all)
                .anyMatch(box -> box.input() == input);
    }

    private record Boxes(List<Box> asked, List<Box> aside) {}

    /// The questions of a group: those asked, and those that wait for other answers. What has been answered or is
    /// complained of is always among the asked.
    private Boxes boxes(List<Question> questions, String at) {
        List<Box> asked = new ArrayList<>();
        List<Box> aside = new ArrayList<>();
        for (Question question : questions) {
            if (question.input() == Input.FIXED) continue;
            Box box = box(question, at + "/" + question.name(), 0);
            boolean concerns = answers.any(box.at()) || box.isInvalid();
            switch (box.standing().need()) {
                case NEEDED, WELCOME -> asked.add(box);
                case ONLY_IF -> (concerns ? asked : aside).add(box);
                case RULED_OUT -> {
                    if (concerns) asked.add(box);
                }
            }
        }
        return new Boxes(asked, aside);
    }

    private Box box(Question question, String at, int number) {
        Standing standing = standings.getOrDefault(at, Standing.of(question));
        Boxes inside = inside(question, at, standing);
        return new Box(
                question,
                at,
                number,
                standing,
                values(question, at),
                inside.asked,
                inside.aside,
                tasks.at(Names.name(at)),
                offers(question),
                question.input() == Input.REPEATED
                        && inside.asked.size() < question.limits().mostEntries());
    }

    private Boxes inside(Question question, String at, Standing standing) {
        if (question.input() == Input.GROUP) return boxes(question.parts(), at);
        List<Box> entries = new ArrayList<>();
        if (question.input() == Input.REPEATED) {
            int shown = shown(question, answers, at);
            if (shown == 0 && standing.need() == Standing.Need.NEEDED && !saysNone(at)) shown = 1;
            for (int i = 0; i < shown; i++) entries.add(box(question.entry(), at + "/" + i, i + 1));
        }
        return new Boxes(entries, List.of());
    }

    /// How many entries of a list are on the page: those there are, and one to begin with where one is needed or
    /// nothing but a single line would be shown.
    static int shown(Question list, Answers answers, String at) {
        boolean begin = (list.required() || list.entry().input().isSimple())
                && !answers.text(at).equals(Answers.NONE);
        int begun = begin ? Math.max(1, list.limits().fewestEntries()) : 0;
        return Math.max(answers.entries(at), begun);
    }

    private boolean saysNone(String at) {
        return answers.text(at).equals(Answers.NONE);
    }

    private List<String> values(Question question, String at) {
        if (question.input() != Input.SEVERAL_OF) return List.of(answers.text(at));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < answers.entries(at); i++) values.add(answers.text(at + "/" + i));
        return values;
    }

    private List<Question.Choice> offers(Question question) {
        if (question.input() != Input.FILE && question.input() != Input.DIGEST) return List.of();
        List<Question.Choice> offers = new ArrayList<>();
        attached.forEach((file, digest) -> offers.add(new Question.Choice(
                question.input() == Input.FILE ? file : digest.toHex(), new Text(file, Language.EN))));
        offers.sort(
                Comparator.comparing(choice -> choice.label().words(), wording().order()));
        return offers;
    }
}
