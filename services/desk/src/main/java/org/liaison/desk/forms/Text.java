package org.liaison.desk.forms;

import org.liaison.message.Language;
import org.liaison.print.Sentences;

/// Words, and the language they are written in: what has not been translated is marked as the English that it is.
public record Text(String words, Language language) {

    static final String NOTHING = "";

    public String tag() {
        return language.tag();
    }

    /// A sentence that begins with a code has the direction of its language all the same.
    public String dir() {
        return language.rightToLeft() ? "rtl" : "ltr";
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// A sentence of a form or rule, in the reader's language; what nobody has worded stays the English that it is, for
    /// example what a newer program of the other side wrote.
    public static Text said(String english, Language language) {
        return Sentences.in(language)
                .say(english)
                .map(words -> new Text(words, language))
                .orElseGet(() -> english(english));
    }

    static Text english(String words) {
        return new Text(words, Language.EN);
    }
}
