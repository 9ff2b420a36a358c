package org.liaison.pages;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/// What pages say, in every language that we speak. Texts are ICU messages, so that each language counts as it does:
/// `{0, plural, one {# message} other {# messages}}`.
///
/// A program whose languages do not say the same things does not start. `en-XA` is English made longer and accented:
/// what is not translated, and what has no room for longer words, shows.
public final class Words implements MessageSource {

    static final Locale PSEUDO = Locale.forLanguageTag("en-XA");

    private record Said(String key, String tag) {}

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
    private final Map<Said, MessageFormat> formats = new ConcurrentHashMap<>();

    public Words(List<Room> rooms) {
        for (Language language : Language.values()) {
            Properties all = new Properties();
            for (Room room : rooms) read(room, language).forEach((key, text) -> add(all, room, key, text));
            texts.put(language, all);
        }
        Properties english = in(Language.EN);
        for (Language language : Language.values()) compare(english, language);
    }

    private static void add(Properties all, Room room, Object key, Object text) {
        if (!key.toString().startsWith(room.name() + "."))
            throw new IllegalStateException("the words of " + room.name() + " have a key of another room: " + key);
        all.put(key, text);
    }

    private void compare(Properties english, Language language) {
        Properties other = in(language);
        Set<Object> differing = new TreeSet<>(english.keySet());
        differing.addAll(other.keySet());
        differing.removeIf(key -> english.containsKey(key)
                && other.containsKey(key)
                && arguments(key.toString(), Language.EN).equals(arguments(key.toString(), language)));
        if (!differing.isEmpty())
            throw new IllegalStateException("the words in " + language + " are not those in EN: " + differing);
    }

    private Set<String> arguments(String key, Language language) {
        return new TreeSet<>(
                new MessageFormat(in(language).getProperty(key), numbered(language.locale())).getArgumentNames());
    }

    /// All keys, to hold templates against.
    public Set<String> keys() {
        return new TreeSet<>(in(Language.EN).stringPropertyNames());
    }

    public String say(Language language, String key, Object... arguments) {
        return getMessage(key, arguments, language.locale());
    }

    @Override
    public @Nullable String getMessage(
            String key, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        Locale wanted = locale == null ? Locale.ENGLISH : locale;
        Language language = Language.of(wanted);
        if (!in(language).containsKey(key)) return otherwise;
        MessageFormat format = formats.computeIfAbsent(
                new Said(key, wanted.toLanguageTag()),
                _ -> new MessageFormat(in(language).getProperty(key), numbered(language.locale())));
        String said;
        Object[] given = arguments == null ? new Object[0] : arguments;
        synchronized (format) {
            said = format.format(language.rightToLeft() ? isolated(given) : given);
        }
        return wanted.equals(PSEUDO) ? pseudo(said) : said;
    }

    @Override
    public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale locale) {
        String said = getMessage(key, arguments, null, locale);
        if (said == null) throw new NoSuchMessageException(key);
        return said;
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        if (codes != null)
            for (String code : codes) {
                String said = getMessage(code, resolvable.getArguments(), null, locale);
                if (said != null) return said;
            }
        String otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) throw new NoSuchMessageException(String.valueOf(resolvable));
        return otherwise;
    }

    /// Digits are everywhere those of case numbers and dates in messages, or the two could not be compared.
    static ULocale numbered(Locale locale) {
        return ULocale.forLocale(locale).setKeywordValue("numbers", "latn");
    }

    /// Names and dates keep their own direction, or the digits of one would join the words of the other: Unicode UAX 9,
    /// section 2.7, first strong isolate.
    private static Object[] isolated(Object[] arguments) {
        Object[] isolated = arguments.clone();
        for (int i = 0; i < isolated.length; i++)
            if (isolated[i] instanceof String text) isolated[i] = "\u2068" + text + "\u2069";
        return isolated;
    }

    private static String pseudo(String said) {
        String accented =
                said.replace('a', 'á').replace('e', 'é').replace('o', 'ö').replace('u', 'ü');
        return "[" + accented + "~".repeat(said.length() * 2 / 5) + "]";
    }

    private Properties in(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private static Properties read(Room room, Language language) {
        String name = room.folder() + "words/" + language.tag() + ".properties";
        try (InputStream in = Words.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program was built without " + name);
            Properties lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
