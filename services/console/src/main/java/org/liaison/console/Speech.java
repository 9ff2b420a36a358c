package org.liaison.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.liaison.console.port.Said;
import org.liaison.pages.When;
import org.springframework.context.MessageSource;

/// Puts what operators are told into words.
final class Speech {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final MessageSource words;

    Speech(MessageSource words) {
        this.words = words;
    }

    /// On a page: `when` words moments as everything else there does.
    public String say(Said said, When when, Locale locale) {
        return say(said, when::at, locale);
    }

    /// For programs.
    String english(Said said) {
        return say(said, SECONDS::format, Locale.ENGLISH);
    }

    private String say(Said said, Function<Instant, String> moments, Locale locale) {
        return words.getMessage(
                "console.said." + said.what(),
                said.about().stream().map(one -> value(one, moments, locale)).toArray(),
                locale);
    }

    private Object value(Object one, Function<Instant, String> moments, Locale locale) {
        return switch (one) {
            case Instant moment -> moments.apply(moment);
            case Said.Word(String key) -> words.getMessage(key, null, locale);
            default -> one;
        };
    }
}
