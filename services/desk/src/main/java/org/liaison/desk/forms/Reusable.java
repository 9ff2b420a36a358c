package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liaison.message.Language;

/// What of a sheet may be kept for other cases. What the schemas say is about a person (see
/// [Question#personal]) is not among it. Coded answers are suggested; words of one's own are only
/// offered, for nobody but the officer knows whether they tell of somebody.
public final class Reusable {

    private static final Set<Input> CODED = Set.of(
            Input.YES_NO,
            Input.CONFIRM,
            Input.ONE_OF_FEW,
            Input.ONE_OF_MANY,
            Input.SEVERAL_OF,
            Input.COUNTRY,
            Input.LANGUAGE);
    private static final Set<Input> IN_WORDS = Set.of(Input.TEXT, Input.LONG_TEXT, Input.NUMBER);

    /// One answer. `labels` lead to it from the topic down; `free` are words of one's own.
    public record Field(String name, List<Text> labels, String words, Text coded, boolean suggested, boolean free) {
        public Field {
            labels = List.copyOf(labels);
        }
    }

    /// A form that has it is about one person.
    private static final String ONE_PERSON = "pseudonym";
    private static final String LANGUAGE = "/language";

    private final boolean aboutOnePerson;
    private final Answers answers;
    private final Map<String, Field> fields = new TreeMap<>();

    private Reusable(boolean aboutOnePerson, Answers answers) {
        this.aboutOnePerson = aboutOnePerson;
        this.answers = answers;
    }

    public static Reusable of(Questionnaire questionnaire, Answers answers) {
        Reusable reusable = new Reusable(questionnaire.form().part(ONE_PERSON).isPresent(), answers);
        questionnaire.form().parts().forEach(question -> reusable.look(question, "/" + question.name(), List.of()));
        return reusable;
    }

    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /// Those of the answers that are chosen by name. Names that were not offered choose nothing.
    public Answers chosen(Collection<String> names) {
        Map<String, String> kept = new TreeMap<>();
        fields.forEach((pointer, field) -> {
            if (!names.contains(field.name())) return;
            if (!answers.text(pointer).isBlank()) kept.put(pointer, answers.text(pointer));
            kept.putAll(answers.below(pointer));
        });
        return Answers.dense(kept);
    }

    private void look(Question question, String at, List<Text> above) {
        if (question.personal() || !answers.any(at)) return;
        List<Text> labels = new ArrayList<>(above);
        labels.add(question.label());
        switch (question.input()) {
            case GROUP -> question.parts().forEach(part -> look(part, at + "/" + part.name(), labels));
            case REPEATED -> {
                for (int i = 0; i < answers.entries(at); i++) look(question.entry(), at + "/" + i, labels);
            }
            default -> {
                boolean free = IN_WORDS.contains(question.input());
                if (free || CODED.contains(question.input()))
                    fields.put(
                            at,
                            new Field(
                                    Names.name(at), labels, words(at), coded(question, at), suggested(question), free));
            }
        }
    }

    private boolean suggested(Question question) {
        return CODED.contains(question.input())
                && (!aboutOnePerson || question.path().equals(LANGUAGE));
    }

    private String words(String at) {
        return answers.text(at).isBlank() ? String.join(", ", answers.below(at).values()) : answers.text(at);
    }

    /// The label of a choice, or nothing.
    private Text coded(Question question, String at) {
        return question.choices().stream()
                .filter(choice -> choice.value().equals(answers.text(at)))
                .map(Question.Choice::label)
                .findFirst()
                .orElse(new Text(Text.NOTHING, Language.EN));
    }
}
