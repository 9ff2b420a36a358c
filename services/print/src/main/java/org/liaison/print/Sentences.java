package org.liaison.print;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Language;

/// What forms and rules say, in the reader's language. A sentence is found by its English, as it stands in the schema,
/// in the code, or in evidence that another program wrote: it travels in English, and is worded where it is read.
///
/// Its key in `sentences/` is made from the English: who changes that loses the translations, and a test asks for new
/// ones. Where the English has arguments (`{0}`) it is a pattern, and the translations are ICU messages.
public final class Sentences {

    private static final int KEY = 10;
    /// What is longer was not written by our rules; it could keep the patterns busy.
    private static final int LONGEST = 2_000;
    private static final Map<Language, Sentences> ALL = new EnumMap<>(Language.class);
    /// Where the lines are and how their keys begin: other rooms word the states of cases and the reasons of refusals.
    private static final Map<String, String> SOURCES = Map.of(
            "sentences/", "",
            "/org/liaison/casework/words/", "casework.state.",
            "/org/liaison/message/words/", "message.reason.");

    static {
        for (Language language : Language.values()) ALL.put(language, new Sentences(language));
    }

    /// `{0}` and what is around it; a fragment is no sentence and stands only where an argument of another one does.
    private record Form(Pattern english, String translation, boolean fragment, int words) {}

    private final Language language;
    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    private Sentences(Language language) {
        this.language = language;
        SOURCES.forEach((folder, start) -> {
            Properties english = Labels.read(folder, Language.EN);
            Properties translated = Labels.read(folder, language);
            english.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(start) && translated.containsKey(key))
                    .forEach(key -> add(english.getProperty(key), translated.getProperty(key)));
        });
        forms.sort(Comparator.comparingInt(Form::words).reversed());
    }

    public static Sentences in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /// None where nobody has worded it: the reader then gets the English, marked as English. Several sentences in one
    /// line are worded each by itself; an article in brackets stays as it is.
    public Optional<String> say(String english) {
        if (language == Language.EN || english.isEmpty()) return Optional.of(english);
        if (english.length() > LONGEST) return Optional.empty();
        return one(english, false).or(() -> several(english));
    }

    static String key(String english) {
        return Digest.ofContent(Bytes.ofUtf8(english)).toHex().substring(0, KEY);
    }

    private void add(String english, String translation) {
        if (!english.contains("{")) {
            whole.putIfAbsent(english, translation);
            return;
        }
        StringBuilder regex = new StringBuilder();
        int words = 0;
        for (String part : english.split("(?<=\\})|(?=\\{)", -1)) {
            boolean argument = part.startsWith("{");
            boolean counted = argument && translation.contains(part.replace("}", ", plural"));
            regex.append(counted ? "([0-9]{1,9})" : argument ? "(.*?)" : Pattern.quote(part));
            if (!argument) words += part.length();
        }
        forms.add(new Form(Pattern.compile(regex.toString()), translation, !isSentence(english), words));
    }

    static boolean isSentence(String english) {
        return english.endsWith(".") || english.endsWith("?");
    }

    private Optional<String> one(String english, boolean asArgument) {
        String exact = whole.get(english);
        if (exact != null) return Optional.of(exact);
        for (Form form : forms) {
            if (form.fragment && !asArgument) continue;
            Matcher matcher = form.english.matcher(english);
            if (matcher.matches()) return Optional.of(worded(form, matcher));
        }
        return Optional.empty();
    }

    private Optional<String> several(String english) {
        for (int end = english.lastIndexOf(". "); end > 0; end = english.lastIndexOf(". ", end - 1)) {
            Optional<String> first = one(english.substring(0, end + 1), false);
            if (first.isPresent()) return rest(english.substring(end + 2)).map(rest -> first.get() + " " + rest);
        }
        int bracket = english.lastIndexOf(" (");
        if (bracket > 0 && english.endsWith(")"))
            return say(english.substring(0, bracket)).map(said -> said + english.substring(bracket));
        return Optional.empty();
    }

    private Optional<String> rest(String english) {
        if (!english.startsWith("(")) return say(english);
        int bracket = english.indexOf(") ");
        if (bracket < 0) return english.endsWith(".)") ? Optional.empty() : Optional.of(english);
        return say(english.substring(bracket + 2)).map(said -> english.substring(0, bracket + 2) + said);
    }

    private String worded(Form form, Matcher matcher) {
        Object[] arguments = new Object[matcher.groupCount()];
        for (int i = 0; i < arguments.length; i++) arguments[i] = argument(matcher.group(i + 1), form, i);
        MessageFormat format = new MessageFormat(
                form.translation, ULocale.forLocale(language.locale()).setKeywordValue("numbers", "latn"));
        return format.format(arguments);
    }

    private Object argument(String english, Form form, int index) {
        if (form.translation.contains("{" + index + ", plural")) return Long.valueOf(english);
        if (form.translation.contains("{" + index + ", select")) return english;
        String said = listed(english);
        return language.rightToLeft() ? "\u2068" + said + "\u2069" : said;
    }

    /// What stands in quotation marks is the title of a field.
    private String listed(String english) {
        if (english.length() > 2 && english.startsWith("\"") && english.endsWith("\""))
            return '"'
                    + Labels.in(language)
                            .title(english.substring(1, english.length() - 1))
                            .orElse(english)
                    + '"';
        Optional<String> worded = one(english, true);
        if (worded.isPresent()) return worded.get();
        for (String separator : List.of("; ", ", "))
            if (english.contains(separator)) {
                List<String> parts = new ArrayList<>();
                for (String part : english.split(separator, -1)) parts.add(listed(part));
                return String.join(separator(separator), parts);
            }
        return english;
    }

    private String separator(String english) {
        return switch (language) {
            case AR -> english.equals("; ") ? "\u061b " : "\u060c ";
            case ZH -> english.equals("; ") ? "\uff1b" : "\u3001";
            case EN, ES, FR, RU -> english;
        };
    }
}
