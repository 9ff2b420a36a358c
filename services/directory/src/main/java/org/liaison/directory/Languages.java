package org.liaison.directory;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// Languages by their BCP 47 tags.
final class Languages {

    private Languages() {}

    static void demand(String tag) {
        try {
            if (new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty())
                throw new IllegalArgumentException("a language is a BCP 47 tag such as en or zh-Hant");
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("a language is a BCP 47 tag such as en or zh-Hant", e);
        }
    }
}
