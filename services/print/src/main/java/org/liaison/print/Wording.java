package org.liaison.print;

import com.ibm.icu.text.Collator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.Language;
import tools.jackson.databind.JsonNode;

/// One value in words: what a code means, which country or language two letters stand for.
public final class Wording {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// Codes that ISO 3166 leaves to users: whom they stand for is a matter of the exchange, not of a list of
    /// countries.
    private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-JL-WYZ]|ZZ");
    private static final String COUNTRY_NOT_KNOWN = "XX";

    private final Language language;
    private final Labels labels;

    public Wording(Language language) {
        this.language = language;
        this.labels = Labels.in(language);
    }

    /// What is written, and in brackets the code behind it. `free` text is the writer's own, in the writer's language.
    public record Words(String text, Optional<String> code, boolean free) {

        static Words free(String text) {
            return new Words(text, Optional.empty(), true);
        }

        static Words code(String code) {
            return new Words("", Optional.of(code), false);
        }
    }

    Words of(Field field, JsonNode value) {
        if (value.isBoolean()) return plain(labels.word(value.booleanValue() ? "yes" : "no"));
        if (value.isNull()) return plain("");
        String text = value.asString(value.toString());
        String title = field.title().orElse("");
        if (field.is("country")) return country(text);
        if (field.is("language")) return language(text);
        if (field.coded() || field.is("legalBasis"))
            return labels.code(title, text)
                    .map(words -> new Words(words, Optional.of(text), false))
                    .orElseGet(() -> Words.code(text));
        if (value.isNumber() || field.is("date") || field.is("birthDate")) return Words.code(text);
        return Words.free(text);
    }

    public Words country(String code) {
        if (code.equals(COUNTRY_NOT_KNOWN))
            return new Words(labels.word("country-not-known"), Optional.of(code), false);
        if (USER_ASSIGNED.matcher(code).matches()) return Words.code(code);
        String name = Locale.of("", code).getDisplayCountry(language.locale());
        return name.equals(code) ? Words.code(code) : new Words(name, Optional.of(code), false);
    }

    public Words language(String tag) {
        Locale named = Locale.forLanguageTag(tag);
        String name = named.getDisplayName(language.locale());
        return name.isEmpty() || name.equals(named.getLanguage())
                ? Words.code(tag)
                : new Words(name, Optional.of(tag), false);
    }

    /// How a list in this language is sorted: an É stands with the E.
    public Comparator<Object> order() {
        return Collator.getInstance(language.locale());
    }

    Words code(String field, String code) {
        return labels.code(field, code)
                .map(words -> new Words(words, Optional.of(code), false))
                .orElseGet(() -> Words.code(code));
    }

    static Words plain(String text) {
        return new Words(text, Optional.empty(), false);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
