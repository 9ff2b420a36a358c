package org.liaison.console.alert;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.pages.When;
import org.springframework.context.MessageSource;

/// What alerts say, in one of our languages.
public final class Wording {

    private static final String MANUAL = "services/console/RUNBOOK.md#";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

    private final MessageSource words;
    private final Locale locale;
    private final When when;
    private final Optional<URI> console;

    /// `zone`: that of whoever reads.
    public Wording(MessageSource words, Locale locale, ZoneId zone) {
        this(words, locale, zone, Optional.empty());
    }

    /// `console`: as its readers reach it, to link to its pages. Without one the manual is named.
    public Wording(MessageSource words, Locale locale, ZoneId zone, Optional<URI> console) {
        this.words = words;
        this.locale = locale;
        this.when = new When(locale, zone, Instant.EPOCH);
        this.console = console;
    }

    public String of(Found found) {
        return say(
                "told." + found.rule(),
                found.arguments().stream()
                        .map(argument -> value(found.rule(), argument))
                        .toArray());
    }

    Channel.Telling telling(Alert alert, String id) {
        String sentence = of(alert.found());
        return new Channel.Telling(
                id,
                say("telling.title", sentence),
                say(
                        "telling.text",
                        sentence,
                        when.at(alert.since()),
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

    /// A number is counted as the language does, a moment told in the reader's zone. A code chooses between words; as a
    /// text it would be wrapped as a name of another direction is.
    private Object value(Rule rule, String argument) {
        if (NUMBER.matcher(argument).matches()) return Long.valueOf(argument);
        if (MOMENT.matcher(argument).matches()) return when.at(Instant.parse(argument));
        if (!CODE.matcher(argument).matches()) return argument;
        return rule == Rule.REFUSALS
                ? words.getMessage("message.reason." + argument, null, locale)
                : new Code(argument);
    }

    private record Code(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
