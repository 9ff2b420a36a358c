package org.liaison.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages in which we speak to people, on paper and on screens: the six of the United Nations.
public enum Language {
    EN(false),
    FR(false),
    ES(false),
    AR(true),
    RU(false),
    ZH(false);

    private final boolean rightToLeft;

    Language(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /// The language of a BCP 47 tag, whatever its region or script: `es-MX` is Spanish.
    public static Optional<Language> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(primary))
                .findFirst();
    }

    /// The language in which we answer whoever reads this one; English where we do not speak it.
    public static Language of(Locale locale) {
        return of(locale.toLanguageTag()).orElse(EN);
    }

    /// The first of a reader's languages that we speak; English where there is none.
    public static Language firstOf(List<String> tags) {
        return tags.stream()
                .map(Language::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }
}
