package org.liaison.directory;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// Languages by their BCP 47 tags.
public final class Languages {

    private Languages() {}

    /// The tag itself, if it is one.
    public static String demand(String tag) {
        try {
            if (new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty())
                throw new IllegalArgumentException("a language is a BCP 47 tag such as en or zh-Hant");
            return tag;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("a language is a BCP 47 tag such as en or zh-Hant", e);
        }
    }
}
