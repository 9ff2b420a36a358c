package org.liaison.statistics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.liaison.message.Reason;

/// What a variable can say: a closed list of codes, and where it speaks of countries, two letters.
///
/// @param meanings what each code means
/// @param shape what further codes look like; matches nothing where the list is closed
/// @param shapeMeans what those are
record Codes(Map<String, String> meanings, Pattern shape, String shapeMeans) {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static final String SEVERAL = "SEVERAL";
    static final String NONE = "NONE";

    static Codes of(String... codesAndMeanings) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 0; i < codesAndMeanings.length; i += 2) meanings.put(codesAndMeanings[i], codesAndMeanings[i + 1]);
        return new Codes(meanings, NOTHING, "");
    }

    /// Codes that are their own meaning.
    static Codes named(String... codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String code : codes) meanings.put(code, code.replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
        return new Codes(meanings, NOTHING, "");
    }

    /// The reasons of the protocol, which are a closed list.
    static Codes answers() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("ACCEPTED", "carried");
        for (Reason reason : Reason.values()) meanings.put(reason.name(), "refused: " + reason.sentence());
        return new Codes(meanings, NOTHING, "");
    }

    static Codes countries() {
        return of(SEVERAL, "more than one country").shaped("[A-Z]{2}", "country (ISO 3166-1 alpha-2)");
    }

    Codes with(String code, String meaning) {
        Map<String, String> more = new LinkedHashMap<>(meanings);
        more.put(code, meaning);
        return new Codes(more, shape, shapeMeans);
    }

    Codes shaped(String pattern, String means) {
        return new Codes(meanings, Pattern.compile(pattern), means);
    }

    boolean has(String code) {
        return meanings.containsKey(code) || shape.matcher(code).matches();
    }

    String meaning(String code) {
        return meanings.getOrDefault(code, code);
    }

    /// Time as officers count it. Coarse, so that a time recognises nobody.
    enum Days {
        WITHIN_1_DAY(1),
        WITHIN_3_DAYS(3),
        WITHIN_7_DAYS(7),
        WITHIN_30_DAYS(30),
        WITHIN_90_DAYS(90),
        LONGER(Long.MAX_VALUE);

        private final long most;

        Days(long most) {
            this.most = most;
        }

        static String of(Duration time) {
            for (Days band : values())
                if (band == LONGER || time.compareTo(Duration.ofDays(band.most)) <= 0) return band.name();
            throw new IllegalStateException("the last band has no end");
        }

        static Codes codes() {
            return Codes.of(
                    "WITHIN_1_DAY", "up to one day",
                    "WITHIN_3_DAYS", "more than 1 and up to 3 days",
                    "WITHIN_7_DAYS", "more than 3 and up to 7 days",
                    "WITHIN_30_DAYS", "more than 7 and up to 30 days",
                    "WITHIN_90_DAYS", "more than 30 and up to 90 days",
                    "LONGER", "more than 90 days");
        }
    }

    /// Time as the hub counts it.
    enum Minutes {
        WITHIN_1_MINUTE(1),
        WITHIN_1_HOUR(60),
        WITHIN_1_DAY(24 * 60),
        LONGER(Long.MAX_VALUE);

        private final long most;

        Minutes(long most) {
            this.most = most;
        }

        static String of(Duration time) {
            for (Minutes band : values())
                if (band == LONGER || time.compareTo(Duration.ofMinutes(band.most)) <= 0) return band.name();
            throw new IllegalStateException("the last band has no end");
        }

        static Codes codes() {
            return Codes.of(
                    "WITHIN_1_MINUTE", "up to one minute",
                    "WITHIN_1_HOUR", "more than a minute and up to an hour",
                    "WITHIN_1_DAY", "more than an hour and up to a day",
                    "LONGER", "more than a day");
        }
    }
}
