package org.liaison.console.alert;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/// What alerts say, in one of our languages.
public final class Wording {

    private static final String MANUAL = "services/console/RUNBOOK.md#";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

    private final MessageSource words;
    private final Locale locale;
    private final Optional<URI> console;

    public Wording(MessageSource words, Locale locale) {
        this(words, locale, Optional.empty());
    }

    /// `console`: as its readers reach it, to link to its pages. Without one the manual is named.
    public Wording(MessageSource words, Locale locale, Optional<URI> console) {
        this.words = words;
        this.locale = locale;
        this.console = console;
    }

    public String of(Found found) {
        return say(
                "told." + found.rule(),
                found.arguments().stream().map(Wording::value).toArray());
    }

    Channel.Telling telling(Alert alert, String id) {
        String sentence = of(alert.found());
        return new Channel.Telling(
                id,
                say("telling.title", sentence),
                say(
                        "telling.text",
                        sentence,
                        alert.since().toString(),
                        runbook(alert.found().rule())));
    }

    private String runbook(Rule rule) {
        return console.map(at -> at.resolve(rule.runbook()).toString()).orElse(MANUAL + rule.anchor());
    }

    Channel.Telling test(String id) {
        return new Channel.Telling(id, say("telling.test.title"), say("telling.test.text"));
    }

    private String say(String word, Object... values) {
        return words.getMessage("console." + word, values, locale);
    }

    /// A number is counted as the language does. A code chooses between words; as a text it would be wrapped as a name
    /// of another direction is.
    private static Object value(String argument) {
        if (NUMBER.matcher(argument).matches()) return Long.valueOf(argument);
        return CODE.matcher(argument).matches() ? new Code(argument) : argument;
    }

    private record Code(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
