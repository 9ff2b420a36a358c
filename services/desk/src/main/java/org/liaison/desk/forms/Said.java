package org.liaison.desk.forms;

import org.liaison.casework.Problem;
import org.liaison.message.Language;

/// A problem for a reader: what is wrong, the article behind it or what explains it, and what to do. The last two may
/// be empty.
public record Said(Text sentence, Text why, Text mend) {

    public static Said of(Problem problem, Language language) {
        return new Said(
                Text.said(problem.sentence(), language),
                why(problem.why(), language),
                Text.said(problem.mend(), language));
    }

    /// Articles are written alike in all languages.
    private static Text why(String why, Language language) {
        return why.endsWith(".") ? Text.said(why, language) : new Text(why, language);
    }
}
