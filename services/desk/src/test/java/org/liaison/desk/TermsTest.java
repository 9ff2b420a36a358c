package org.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Language;
import org.liaison.print.Labels;

/// One word for one thing in each language, on screens and on paper.
class TermsTest {

    private static final List<String> BUNDLES =
            List.of("desk/words", "pages/words", "message/words", "casework/words", "print/labels");
    private static final List<String> ON_SCREENS = BUNDLES.subList(0, 4);
    private static final String ON_PAPER = "word.";
    private static final int FEWEST_SHARED = 6;
    private static final int FEWEST_PLACES = 100;

    /// The thing in English, then in the other languages as a text about it must have it: fr, es, ar, ru, zh.
    private static final List<Term> TERMS = List.of(
            term("messages?", "message", "mensaje", "رسال|رسائل", "сообщени", "消息"),
            term("case", "dossier", "caso", "قضي|قضايا", "\\bдел", "案"),
            term("slip", "bordereau", "carátula", "بطاقة الإرسال|بطاقة إرسال", "сопроводительн", "投递单"),
            term("hub", "hub", "nodo central", "المركز|للمركز", "уз[её]?л", "枢纽"),
            term("directory", "annuaire", "directorio", "دليل", "справочник", "名录"),
            term("recipients?", "destinataire", "destinatari", "متلق", "получател", "收件"),
            term("audit log", "journal d’audit", "registro de auditoría", "سجل التدقيق", "журнал\\w* аудита", "审计日志"),
            term("supervisors?", "responsable", "supervisor", "مشرف", "руководител", "主管"),
            term("administrators?", "administrat", "administra", "مسؤول", "администратор", "管理员"),
            term("form", "formulaire", "formulario", "استمارة", "форм", "表"),
            term("gateway", "passerelle", "pasarela", "بواب", "шлюз", "网关"),
            term("rulebook", "recueil", "reglamento", "القواعد", "свод", "规则"),
            term("templates?", "modèle", "plantilla|modelo", "قالب|قوالب|نموذج", "шаблон", "模板"));

    private record Term(Pattern english, Map<Language, Pattern> said) {}

    private static Term term(String english, String fr, String es, String ar, String ru, String zh) {
        return new Term(
                pattern("\\b" + english + "\\b"),
                Map.of(
                        Language.FR, pattern(fr),
                        Language.ES, pattern(es),
                        Language.AR, pattern(ar),
                        Language.RU, pattern(ru),
                        Language.ZH, pattern(zh)));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void a_thing_is_called_the_same_wherever_it_is_spoken_of(Language language) {
        List<String> otherwise = new ArrayList<>();
        int places = 0;
        for (String bundle : BUNDLES) {
            Properties english = lines(bundle, Language.EN);
            Properties translated = lines(bundle, language);
            for (Term term : TERMS)
                for (String key : english.stringPropertyNames()) {
                    if (!term.english().matcher(english.getProperty(key)).find()) continue;
                    places++;
                    String said = translated.getProperty(key, "");
                    if (!Objects.requireNonNull(term.said().get(language))
                            .matcher(said)
                            .find()) otherwise.add(term.english() + " in " + key + ": " + said);
                }
        }
        assertThat(otherwise).isEmpty();
        assertThat(places).isGreaterThan(FEWEST_PLACES);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void what_paper_calls_by_an_english_word_of_the_screens_it_calls_as_they_do(Language language) {
        Properties paper = lines("print/labels", Language.EN);
        int shared = 0;
        for (String key : paper.stringPropertyNames()) {
            if (!key.startsWith(ON_PAPER)) continue;
            List<String> screens = ON_SCREENS.stream()
                    .flatMap(bundle -> translations(bundle, paper.getProperty(key), language).stream())
                    .toList();
            if (screens.isEmpty()) continue;
            shared++;
            assertThat(Labels.in(language).word(key.substring(ON_PAPER.length())))
                    .as(key)
                    .isIn(screens);
        }
        assertThat(shared).isGreaterThanOrEqualTo(FEWEST_SHARED);
    }

    @Test
    void another_word_for_a_thing_would_be_found() {
        Term slip = TERMS.get(2);
        assertThat(slip.english().matcher("The slip only.").find()).isTrue();
        assertThat(Objects.requireNonNull(slip.said().get(Language.AR))
                        .matcher("القسيمة فقط")
                        .find())
                .isFalse();
    }

    private static List<String> translations(String bundle, String text, Language language) {
        Properties english = lines(bundle, Language.EN);
        Properties translated = lines(bundle, language);
        return english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).equals(text))
                .map(key -> translated.getProperty(key, ""))
                .collect(Collectors.toList());
    }

    private static Properties lines(String bundle, Language language) {
        String file = "/org/liaison/" + bundle + "/" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(TermsTest.class.getResourceAsStream(file), file)) {
            Properties lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
