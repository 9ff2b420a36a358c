package org.liaison.desk.forms;

import org.liaison.message.Language;

/// Words, and the language they are written in: what has not been translated is marked as the English that it is.
public record Text(String words, Language language) {

    static final String NOTHING = "";

    public String tag() {
        return language.tag();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    static Text english(String words) {
        return new Text(words, Language.EN);
    }
}
