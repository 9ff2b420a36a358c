package org.liaison.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.liaison.message.Language;

/// The words around what a form says, one file of properties for each language. Paper and screens share them.
///
/// `title.KEY` is the title of a field; the key is made from the English title, so that equal titles are translated
/// once. `code.CODE` is the meaning of a code, `code.KEY.CODE` its meaning in the fields with that title, `word.KEY`
/// what the paper says by itself. English titles are those of the forms and have no line.
public final class Labels {

    private static final Map<Language, Labels> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) ALL.put(language, new Labels(language, read("labels/", language)));
    }

    private final Language language;
    private final Properties lines;

    private Labels(Language language, Properties lines) {
        this.language = language;
        this.lines = lines;
    }

    public static Labels in(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    /// None where there is no translation yet: the reader then gets the English title, marked as English.
    public Optional<String> title(String english) {
        return language == Language.EN ? Optional.of(english) : line("title." + key(english));
    }

    public Optional<String> code(String englishTitle, String code) {
        int colon = code.indexOf(':');
        String lookedUp = colon < 0 ? code : code.substring(0, colon);
        return line("code." + key(englishTitle) + "." + lookedUp).or(() -> line("code." + lookedUp));
    }

    /// What the program itself prints; a missing word is a fault of the build, which a test finds.
    public String word(String key) {
        return line("word." + key).orElseThrow(() -> new IllegalStateException("no word " + key + " in " + language));
    }

    Optional<String> line(String key) {
        return Optional.ofNullable(lines.getProperty(key)).filter(text -> !text.isBlank());
    }

    Properties lines() {
        return lines;
    }

    /// `Best-interests assessment` as `best-interests-assessment`.
    static String key(String english) {
        return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    static Properties read(String folder, Language language) {
        String name = folder + language.tag() + ".properties";
        try (InputStream in = Labels.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program was built without " + name);
            Properties lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
