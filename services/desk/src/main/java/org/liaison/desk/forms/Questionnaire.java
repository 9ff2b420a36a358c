package org.liaison.desk.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Occasion;
import org.liaison.casework.View;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import org.liaison.print.Labels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an officer is asked for one kind of message, in the officer's language. Safe to share between threads; drawing
/// one up is cheap enough to be done for every page.
public final class Questionnaire {

    /// The page with the short questions that belong to no group.
    public static final String OPENING = "general";

    /// A text that can be longer than this has a page of its own.
    private static final int OWN_PAGE = 10_000;

    /// Where every form that has files lists them (see [org.liaison.casework.Projection#files]).
    private static final String ATTACHMENTS = "attachments";
    private static final String FILE = "file";

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    private final Forms forms;
    private final KindOfMessage kind;
    private final Language language;
    private final Question form;
    private final List<Topic> topics;

    private Questionnaire(Forms forms, KindOfMessage kind, View view, Language language) {
        this.forms = forms;
        this.kind = kind;
        this.language = language;
        this.form = new Drawing(forms, kind, view, language).form();
        this.topics = topics(form, language);
    }

    /// Empty if there is no such kind of message.
    public static Optional<Questionnaire> of(Forms forms, MessageKind kind, Language language) {
        return forms.kind(kind).map(known -> new Questionnaire(forms, known, View.WHOLE, language));
    }

    /// The questions of the form as a kind of recipient sees it.
    Questionnaire as(View view) {
        return new Questionnaire(forms, kind, view, language);
    }

    public KindOfMessage kind() {
        return kind;
    }

    public Language language() {
        return language;
    }

    public Text title() {
        return form.label();
    }

    /// What the form is for, with its source.
    public Question.Wording wording() {
        return form.wording();
    }

    public List<Topic> topics() {
        return topics;
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    Question form() {
        return form;
    }

    /// Takes what the page of a topic sent. Names that do not start as ours do are the page's own and are left alone.
    /// Throws [IllegalArgumentException] if there is no such topic.
    public Reading read(Answers before, String topic, Map<String, List<String>> posted) {
        return new Post(this, known(topic), before).read(posted);
    }

    /// One more entry in the list of this name, behind those there are.
    public Reading add(Answers answers, String name) {
        Optional<Found> found = Names.pointer(name).flatMap(this::find);
        if (found.isEmpty() || found.get().question().input() != Input.REPEATED)
            return new Reading(answers, List.of(Refusal.of(Refusal.Reason.NOT_ASKED)));
        String list = Names.pointer(name).orElseThrow();
        int entries =
                Math.max(answers.entries(list), TopicPage.shown(found.get().question(), answers, list));
        if (entries >= found.get().question().limits().mostEntries())
            return new Reading(
                    answers,
                    List.of(new Refusal(
                            Refusal.Reason.TOO_MANY_ENTRIES,
                            name,
                            found.get().question().label())));
        return new Reading(answers.with(list + "/" + entries, ""), List.of());
    }

    /// Without the entry of this name.
    public Reading remove(Answers answers, String name) {
        Optional<String> entry = Names.pointer(name);
        Optional<Found> found = entry.flatMap(this::find).filter(Found::isEntry);
        if (entry.isEmpty() || found.isEmpty())
            return new Reading(answers, List.of(Refusal.of(Refusal.Reason.NOT_ASKED)));
        int slash = entry.get().lastIndexOf('/');
        int number = Integer.parseInt(entry.get().substring(slash + 1));
        return new Reading(answers.withoutEntry(entry.get().substring(0, slash), number), List.of());
    }

    /// The form that the answers make. `attached` are the digests of the attached files, by name.
    public Draft draft(Answers answers, Map<String, Digest> attached) {
        return new Assembly(answers, attached).form(form, kind.code().code(), kind.newestVersion());
    }

    /// The form by itself, checked by the code that checks it before it is sent.
    public TaskList check(Answers answers, Map<String, Digest> attached) {
        Draft draft = draft(answers, attached);
        return TaskList.of(this, answers, draft, forms.check(kind.code(), draft.bytes()));
    }

    /// Likewise, with what can be said of its dates today.
    public TaskList check(Answers answers, Map<String, Digest> attached, LocalDate today) {
        Draft draft = draft(answers, attached);
        return TaskList.of(this, answers, draft, forms.check(kind.code(), draft.bytes(), today));
    }

    /// The form and whether it fits the occasion. A recipient with a view of its own gets another form: check that one
    /// (see [Preview#form]) and show its problems by [TaskList#of].
    public TaskList check(Answers answers, Occasion occasion) {
        Draft draft = draft(answers, occasion.attachments());
        return TaskList.of(this, answers, draft, forms.check(kind.code(), draft.bytes(), occasion));
    }

    /// The page of a topic. Throws [IllegalArgumentException] if there is none.
    public TopicPage page(String topic, Answers answers, TaskList tasks, Map<String, Digest> attached) {
        return new TopicPage(this, known(topic), answers, tasks, attached);
    }

    /// Whether anything is asked at this place, such as `/pseudonym`: what the program knows of a case can be answered
    /// for the officer there.
    public boolean asks(String pointer) {
        return find(pointer)
                .filter(found -> found.question().input().isSimple())
                .isPresent();
    }

    /// What an earlier message of the case says that every message of it says, and every
    /// recipient may see; nothing else is taken over.
    public Answers carriedOver(JsonNode earlier) {
        ObjectNode facts = StrictJson.MAPPER.createObjectNode();
        for (Question question : form.parts())
            if (question.ofCase() && earlier.has(question.name()))
                facts.set(question.name(), earlier.path(question.name()));
        return Answers.of(facts);
    }

    /// The answers with these words before every text of one's own that is no worse for it.
    public Answers marked(Answers answers, String words) {
        Answers marked = answers;
        int wrong = check(answers, Map.of()).faults().size();
        for (Map.Entry<String, String> answer : answers.texts().entrySet()) {
            boolean inWords = find(answer.getKey())
                    .map(found -> found.question().input())
                    .filter(input -> input == Input.TEXT || input == Input.LONG_TEXT)
                    .isPresent();
            if (!inWords) continue;
            Answers tried = marked.with(answer.getKey(), words + answer.getValue());
            if (check(tried, Map.of()).faults().size() <= wrong) marked = tried;
        }
        return marked;
    }

    /// The answers with an attached file in the form's list of files, if it has one and the file is not there yet. What
    /// the file is remains to be said.
    public Answers listing(Answers answers, String file) {
        String list = "/" + ATTACHMENTS;
        boolean lists = find(list + "/0/" + FILE).isPresent();
        if (!lists || listed(answers, file) >= 0) return answers;
        int entries = answers.entries(list);
        return find(list + "/" + entries).filter(found -> !found.beyond()).isEmpty()
                ? answers
                : answers.with(list + "/" + entries + "/" + FILE, file);
    }

    /// The answers without this file in the form's list of files.
    public Answers unlisting(Answers answers, String file) {
        int number = listed(answers, file);
        return number < 0 ? answers : answers.withoutEntry("/" + ATTACHMENTS, number);
    }

    private static int listed(Answers answers, String file) {
        for (int i = 0; i < answers.entries("/" + ATTACHMENTS); i++)
            if (answers.text("/" + ATTACHMENTS + "/" + i + "/" + FILE).equals(file)) return i;
        return -1;
    }

    /// Whether the page of a topic has to be shown once more: with the new answers it needs one that it did not need
    /// before, and that is not there.
    public boolean asksMore(String topic, Answers before, Answers after) {
        Map<String, Standing> earlier = standings(before);
        return standings(after).entrySet().stream()
                .filter(entry -> known(topic).holds(entry.getKey()))
                .filter(entry -> entry.getValue().need() == Standing.Need.NEEDED && !after.any(entry.getKey()))
                .anyMatch(entry -> !entry.getValue().equals(earlier.get(entry.getKey())));
    }

    /// What stands in a topic, as a digest: two pages that show the same have the same.
    public String state(String topic, Answers answers) {
        StringBuilder all = new StringBuilder();
        for (Question question : known(topic).questions())
            answers.at(question.path())
                    .forEach((pointer, text) ->
                            all.append(pointer).append('\0').append(text).append('\0'));
        return Bytes.ofUtf8(all.toString()).sha256().toHex();
    }

    /// Whether with the new answers a page asks something else than before, or asks it otherwise.
    public boolean asksOthers(String topic, Answers before, Answers after) {
        return !asked(topic, before).equals(asked(topic, after));
    }

    private Map<String, Standing> asked(String topic, Answers answers) {
        TaskList nothingWrong = new TaskList(List.of(), List.of());
        return page(topic, answers, nothingWrong, Map.of()).asked();
    }

    Map<String, Standing> standings(Answers answers) {
        JsonNode whole = draft(answers, Map.of()).form();
        return Standing.all(form, answers, whole);
    }

    /// What is asked at a place. `beyond`: the list has no so many entries.
    record Found(Question question, boolean isEntry, boolean beyond) {}

    Optional<Found> find(String pointer) {
        Question at = form;
        boolean isEntry = false;
        boolean beyond = false;
        for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            isEntry = at.input() == Input.REPEATED;
            if (isEntry) {
                if (!NUMBER.matcher(step).matches()) return Optional.empty();
                beyond |= Integer.parseInt(step) >= at.limits().mostEntries();
                at = at.entry();
            } else {
                Optional<Question> part = at.part(step);
                if (part.isEmpty()) return Optional.empty();
                at = part.get();
            }
        }
        return Optional.of(new Found(at, isEntry, beyond));
    }

    private Topic known(String topic) {
        return topic(topic).orElseThrow(() -> new IllegalArgumentException("no such topic"));
    }

    private static List<Topic> topics(Question form, Language language) {
        List<Question> opening = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        for (Question question : form.parts()) {
            boolean own = question.input() == Input.GROUP
                    || (question.input() == Input.REPEATED
                            && !question.entry().input().isSimple())
                    || (question.input() == Input.LONG_TEXT && question.limits().longest() >= OWN_PAGE);
            if (own)
                topics.add(new Topic(
                        question.name(),
                        question.label(),
                        question.help(),
                        question.wording().article(),
                        List.of(question)));
            else if (question.input() != Input.FIXED) opening.add(question);
        }
        Text general = new Text(Labels.in(language).word("general"), language);
        if (!opening.isEmpty()) topics.addFirst(new Topic(OPENING, general, Text.english(""), "", opening));
        return List.copyOf(topics);
    }
}
