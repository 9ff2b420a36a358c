package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.message.AuthorityKind;

/// What of one kind of message can ever go to one kind of recipient, by the topics of the form:
/// those that never go, and those that go as far as the person agreed. Of everything else at
/// least a part always goes.
public record Reach(List<Text> never, List<Text> agreed) {

    public Reach {
        never = List.copyOf(never);
        agreed = List.copyOf(agreed);
    }

    private enum Share {
        ALWAYS,
        AGREED,
        NEVER
    }

    public static Reach of(Questionnaire questionnaire, AuthorityKind recipient) {
        List<Text> never = new ArrayList<>();
        List<Text> agreed = new ArrayList<>();
        for (Question question : questionnaire.form().parts())
            switch (share(question, recipient)) {
                case NEVER -> never.add(question.label());
                case AGREED -> agreed.add(question.label());
                case ALWAYS -> {}
            }
        return new Reach(never, agreed);
    }

    /// A field goes as far as its class does, and a group as far as the class of any field in
    /// it. What stands in a group and has no class of its own has that of the group.
    private static Share share(Question question, AuthorityKind recipient) {
        Share own = question.seenBy().map(seen -> share(seen, recipient)).orElse(Share.ALWAYS);
        return classed(question)
                .map(inner -> share(inner.seenBy().orElseThrow(), recipient))
                .reduce(own, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    private static Share share(Question.SeenBy seen, AuthorityKind recipient) {
        if (seen.sure().contains(recipient)) return Share.ALWAYS;
        return seen.agreed().contains(recipient) ? Share.AGREED : Share.NEVER;
    }

    private static Stream<Question> classed(Question question) {
        return question.parts().stream()
                .flatMap(part ->
                        Stream.concat(part.seenBy().isPresent() ? Stream.of(part) : Stream.empty(), classed(part)));
    }
}
