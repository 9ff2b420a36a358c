package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.message.Language;
import org.liaison.pages.Room;
import org.liaison.pages.Words;

/// What the pages of this room say, held against what they ask for.
class WordsTest {

    private static final Path PAGES = Path.of("src/main/resources/org/liaison/signin/pages");
    private static final Path CODE = Path.of("src/main/java/org/liaison/signin");
    private static final Pattern IN_PAGE = Pattern.compile("#\\{(signin\\.[a-z.-]+[a-z])[}(]");
    private static final Pattern IN_CODE = Pattern.compile("\"(signin\\.[a-zA-Z.-]+[a-z])\"");

    private final Words words = new Words(List.of(new Room("signin")));

    @Test
    void the_six_languages_say_the_same_things_and_every_word_asked_for_exists() throws IOException {
        Set<String> asked = new TreeSet<>(found(PAGES, IN_PAGE));
        asked.addAll(found(CODE, IN_CODE));
        assertThat(words.keys()).containsAll(asked);
        assertThat(asked).hasSizeGreaterThan(60);
    }

    @Test
    void every_value_that_is_put_into_a_key_has_its_word() {
        Set<String> keys = words.keys();
        for (Role role : Role.values())
            assertThat(keys).contains("signin.role." + role, "signin.role." + role + ".what");
        for (Account.State state : Account.State.values()) assertThat(keys).contains("signin.state." + state);
        for (Events.What what : Events.What.values()) assertThat(keys).contains("signin.event." + what);
        for (Reception.Why why : Reception.Why.values())
            if (why != Reception.Why.FIRST) assertThat(keys).contains("signin.why." + why.word());
        for (Passwords.Flaw flaw : Passwords.Flaw.values()) assertThat(keys).contains("signin.password." + word(flaw));
        for (AccessTokens.Over over : AccessTokens.Over.values())
            assertThat(keys).contains("signin.tokens.over." + over);
        for (AccessTokens.Reason reason : AccessTokens.Reason.values())
            assertThat(keys).contains("signin.tokens." + word(reason));
        for (Administration.Reason reason : Administration.Reason.values())
            assertThat(keys).contains("signin.persons." + word(reason));
    }

    /// Spanish happens to call these two as English does.
    private static final Set<String> ALIKE = Set.of("signin.role.SUPERVISOR", "signin.role.AUDITOR");

    @Test
    void no_language_is_a_copy_of_english() {
        for (Language language : Language.values())
            if (language != Language.EN)
                assertThat(words.keys().stream()
                                .filter(key -> !ALIKE.contains(key))
                                .filter(key -> words.say(language, key, 1, 1).equals(words.say(Language.EN, key, 1, 1)))
                                .toList())
                        .as("left in English: " + language)
                        .isEmpty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) found.add(matcher.group(1));
            }
        }
        return found;
    }
}
