package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liaison.casework.Forms;

/// What a page sent, taken into the answers: word for word where the page has such a question, and not at all where
/// it has none. The page's other answers are replaced; those of other pages stay.
final class Post {

    /// Far longer than the longest text of a form (20 000), so that a text too long can be seen and shortened.
    static final int LONGEST_TEXT = 60_000;
    static final int MOST_FIELDS = 3_000;

    private final Questionnaire questionnaire;
    private final Topic topic;
    private final Answers before;
    private final Map<String, String> texts;
    private final List<Refusal> refusals = new ArrayList<>();

    Post(Questionnaire questionnaire, Topic topic, Answers before) {
        this.questionnaire = questionnaire;
        this.topic = topic;
        this.before = before;
        this.texts = new TreeMap<>(before.texts());
        this.texts.keySet().removeIf(topic::holds);
    }

    Reading read(Map<String, List<String>> posted) {
        if (posted.values().stream().mapToInt(List::size).sum() > MOST_FIELDS)
            return new Reading(before, List.of(Refusal.of(Refusal.Reason.TOO_MANY_FIELDS)));
        posted.forEach((name, values) -> {
            if (name.startsWith(Names.START))
                field(name, values.stream().map(Post::storable).toList());
        });
        if (size() > Forms.MAX_BYTES) return new Reading(before, List.of(Refusal.of(Refusal.Reason.TOO_MUCH)));
        return new Reading(Answers.dense(texts), refusals);
    }

    private void field(String name, List<String> values) {
        Optional<String> pointer = Names.pointer(name).filter(topic::holds);
        Optional<Questionnaire.Found> found = pointer.flatMap(questionnaire::find);
        if (pointer.isEmpty() || found.isEmpty()) refusals.add(Refusal.of(Refusal.Reason.NOT_ASKED));
        else if (found.get().beyond()) refuse(Refusal.Reason.TOO_MANY_ENTRIES, pointer.get(), found.get());
        else take(pointer.get(), found.get(), values);
    }

    private void take(String pointer, Questionnaire.Found found, List<String> values) {
        if (values.stream().anyMatch(value -> value.length() > LONGEST_TEXT)) {
            refuse(Refusal.Reason.TOO_LONG, pointer, found);
            keep(pointer);
            return;
        }
        switch (found.question().input()) {
            case SEVERAL_OF -> several(pointer, values);
            case REPEATED -> placeholder(pointer, Answers.NONE, found, values);
            case GROUP -> placeholder(pointer, "", found, values);
            case FIXED -> refuse(Refusal.Reason.NOT_ASKED, pointer, found);
            default -> one(pointer, found, values);
        }
    }

    private void one(String pointer, Questionnaire.Found found, List<String> values) {
        if (values.size() == 1) {
            if (found.isEntry() || !values.getFirst().isEmpty()) texts.put(pointer, values.getFirst());
            return;
        }
        refuse(Refusal.Reason.SEVERAL_ANSWERS, pointer, found);
        keep(pointer);
    }

    /// A list that is said to be empty, and an entry that is there though nothing stands in it.
    private void placeholder(String pointer, String only, Questionnaire.Found found, List<String> values) {
        boolean has = only.equals(Answers.NONE) || found.isEntry();
        if (has && values.equals(List.of(only))) texts.put(pointer, only);
        else if (!values.equals(List.of(""))) refuse(Refusal.Reason.NOT_ASKED, pointer, found);
    }

    /// In the order in which they stood before, what is new behind: a set has no order, and the form stays as it was.
    private void several(String pointer, List<String> values) {
        Set<String> ticked = new HashSet<>(values);
        List<String> ordered = new ArrayList<>();
        for (int i = 0; i < before.entries(pointer); i++) {
            String stood = before.text(pointer + "/" + i);
            if (ticked.remove(stood)) ordered.add(stood);
        }
        for (String value : values) if (ticked.remove(value)) ordered.add(value);
        ordered.removeIf(String::isBlank);
        for (int i = 0; i < ordered.size(); i++) texts.put(pointer + "/" + i, ordered.get(i));
    }

    /// Nobody types the character with the number 0, no browser shows it and no database keeps it.
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private void keep(String pointer) {
        String stood = before.text(pointer);
        if (!stood.isEmpty()) texts.put(pointer, stood);
        texts.putAll(before.below(pointer));
    }

    private void refuse(Refusal.Reason reason, String pointer, Questionnaire.Found found) {
        refusals.add(new Refusal(reason, Names.name(pointer), found.question().label()));
    }

    private long size() {
        long size = 0;
        for (Map.Entry<String, String> entry : texts.entrySet())
            size += entry.getKey().length() + entry.getValue().length();
        return size;
    }
}
