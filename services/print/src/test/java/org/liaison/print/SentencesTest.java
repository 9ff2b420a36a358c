package org.liaison.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

class SentencesTest {

    private static final String CASEWORK = "services/casework/src/main/java/org/liaison/casework";
    private static final String DIRECTORY = "services/directory/src/main/java/org/liaison/directory/";
    private static final String ROUTES = "routes/gateway/src/main/java/org/liaison/routes/gateway/";
    private static final String HUB = "routes/hub/src/main/java/org/liaison/routes/hub/";
    private static final Path FORMS = Path.of("../casework/src/main/resources/org/liaison/casework/forms");
    private static final Path MISSING = Path.of("target", "sentences-missing.txt");
    private static final Set<String> KEYWORDS = Set.of("description", "x-sentence", "x-mend");

    /// Codes, numbers and articles: `UNTOC 18(15)(a)`, `+AP1`, `TLP 2.0`, `true`. They mean the same everywhere.
    private static final Pattern TOKEN = Pattern.compile(
            "[A-Z][A-Z0-9_+-]*[A-Z0-9_]|_[A-H]\\b|(?<![{0-9A-Za-z])[0-9]+(?:\\([a-z0-9]+\\))*" + "|\\btrue\\b");
    /// How lists are put together where a sentence names several.
    private static final Set<String> JOINED = Set.of("{0} or {1}");

    /// All that forms and rules can say, by its key.
    private static final Map<String, String> WANTED = wanted();

    @Test
    void the_english_lines_are_what_forms_and_rules_say() throws IOException {
        Properties english = lines(Language.EN);
        Set<String> gone = new TreeSet<>(english.stringPropertyNames());
        gone.removeAll(WANTED.keySet());
        List<String> missing = WANTED.entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(english.getProperty(wanted.getKey())))
                .map(wanted -> wanted.getKey() + "=" + wanted.getValue())
                .toList();
        Files.createDirectories(MISSING.getParent());
        Files.write(MISSING, missing);
        assertThat(missing)
                .as(MISSING.toAbsolutePath() + " has the lines to translate")
                .isEmpty();
        assertThat(gone).as("nobody says these any more").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_is_in_every_language(Language language) {
        assertThat(lines(language).keySet()).isEqualTo(lines(Language.EN).keySet());
        lines(language)
                .forEach((key, text) ->
                        assertThat((String) text).as((String) key).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void codes_numbers_and_articles_are_the_same_in_every_language(Language language) {
        Properties english = lines(Language.EN);
        List<String> different = new ArrayList<>();
        lines(language).forEach((key, text) -> {
            String original = english.getProperty((String) key);
            if (!tokens(original).equals(tokens((String) text))) different.add(original + " -> " + text);
        });
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_pattern_takes_the_arguments_of_the_english_one(Language language) {
        Properties english = lines(Language.EN);
        lines(language).forEach((key, text) -> {
            String original = english.getProperty((String) key);
            if (original.contains("{"))
                assertThat(new MessageFormat((String) text, language.locale()).getArgumentNames())
                        .as(original)
                        .isEqualTo(new MessageFormat(original).getArgumentNames());
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_a_form_or_rule_says_is_said_in_the_readers_language(Language language) {
        Sentences sentences = Sentences.in(language);
        for (String sentence : WANTED.values())
            if (!sentence.contains("{") && Sentences.isSentence(sentence))
                assertThat(sentences.say(sentence)).as(sentence).isPresent();
    }

    @Test
    void a_sentence_with_arguments_is_found_by_its_shape() {
        assertThat(Sentences.in(Language.FR).say("\"Country\" is missing.")).contains("\"Pays\" manque.");
        assertThat(Sentences.in(Language.RU).say("3 attached files are not listed in the form."))
                .hasValueSatisfying(said -> assertThat(said).contains("3").contains("файла"));
        assertThat(Sentences.in(Language.ES).say("\"Reasons\" must be a list in square brackets."))
                .contains("\"Motivos\" debe ser una lista entre corchetes.");
    }

    @Test
    void a_list_has_the_commas_of_its_language() {
        String english = "Write it in one of: en, fr.";
        assertThat(Sentences.in(Language.AR).say(english).orElseThrow())
                .contains("en\u060c fr")
                .doesNotContain(",");
        assertThat(Sentences.in(Language.ZH).say(english).orElseThrow()).contains("en\u3001fr");
        assertThat(Sentences.in(Language.FR).say(english).orElseThrow()).contains("en, fr");
    }

    @Test
    void several_sentences_and_an_article_are_worded_one_by_one() {
        assertThat(Sentences.in(Language.FR)
                        .say("Two persons have the same id. (UNTOC 18(15)(e)) Give each an id of its own."))
                .contains("Deux personnes ont le même identifiant. (UNTOC 18(15)(e))"
                        + " Donnez à chacun un identifiant propre.");
    }

    @Test
    void an_article_at_the_end_of_a_line_stays_as_it_is() {
        assertThat(Sentences.in(Language.FR).say("Two persons have the same id. (UNTOC 18(15)(e))"))
                .contains("Deux personnes ont le même identifiant. (UNTOC 18(15)(e))");
        assertThat(Sentences.in(Language.FR).say("Two persons have the same id. (The moon is full.)"))
                .isEmpty();
    }

    @Test
    void an_argument_keeps_its_direction_in_arabic() {
        assertThat(Sentences.in(Language.AR).say("The directory does not know xa.police.hq."))
                .hasValueSatisfying(said -> assertThat(said).contains("\u2068xa.police.hq\u2069"));
    }

    @Test
    void what_nobody_has_worded_is_not_made_up() {
        assertThat(Sentences.in(Language.ZH).say("The moon is full.")).isEmpty();
        assertThat(Sentences.in(Language.ZH).say("Name it. The moon is full.")).isEmpty();
        assertThat(Sentences.in(Language.ZH).say("a".repeat(100_000))).isEmpty();
    }

    @Test
    void why_somebody_cannot_be_written_to_is_said_with_its_parts() {
        assertThat(Sentences.in(Language.FR)
                        .say("Requests made orally are not agreed between XA and XB; agreement XA-XB provides for"
                                + " messages from police to police."))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("XA et XB")
                        .contains("de police à police")
                        .doesNotContain("agreement"));
    }

    private static Map<String, String> wanted() {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> forms = Files.list(FORMS)) {
            forms.forEach(form -> collect(StrictJson.MAPPER.readTree(form.toFile()), all));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        all.addAll(InCode.sentences(
                CASEWORK,
                CASEWORK + "/course",
                DIRECTORY + "Ruling.java",
                ROUTES + "DraftExamination.java",
                ROUTES + "Addresses.java",
                HUB + "Identity.java",
                HUB + "Judge.java",
                HUB + "Sorter.java"));
        all.addAll(InCode.sentencesIn("no", DIRECTORY + "Reasoning.java"));
        all.addAll(InCode.fragments(
                CASEWORK + "/PersonalTraces.java",
                CASEWORK + "/Phrasing.java",
                CASEWORK + "/Withheld.java",
                DIRECTORY + "Ruling.java",
                DIRECTORY + "Channel.java"));
        all.addAll(JOINED);
        all.addAll(InCode.classes(CASEWORK + "/Minimisation.java"));
        Map<String, String> wanted = new TreeMap<>();
        all.forEach(sentence -> wanted.put(Sentences.key(sentence), sentence));
        assertThat(wanted).hasSameSizeAs(all);
        return wanted;
    }

    private static void collect(JsonNode node, Set<String> all) {
        for (String keyword : KEYWORDS)
            if (node.path(keyword).isString()
                    && !node.path(keyword).stringValue().isEmpty())
                all.add(node.path(keyword).stringValue());
        node.forEach(inner -> collect(inner, all));
    }

    private static Properties lines(Language language) {
        return Labels.read("sentences/", language);
    }

    private static Map<String, Long> tokens(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.groupingBy(token -> token, TreeMap::new, Collectors.counting()));
    }
}
