package org.liaison.desk.forms;

import java.util.List;

/// One page of questions.
public record Topic(String id, Text title, Text help, String article, List<Question> questions) {

    public Topic {
        questions = List.copyOf(questions);
    }

    boolean holds(String pointer) {
        return questions.stream()
                .map(Question::path)
                .anyMatch(path -> pointer.equals(path) || pointer.startsWith(path + "/"));
    }
}
