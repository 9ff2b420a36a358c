package org.liaison.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PressTest {

    private static final String HTML = "<script>alert(1)</script><img src=\"x\"/>&amp;<b>bold</b>";

    @ParameterizedTest
    @EnumSource(Language.class)
    void paper_conforms_to_pdf_ua_in_each_language(Language language) throws Exception {
        assertThat(Conformance.faults(Paper.referral(language))).isEmpty();
        assertThat(Conformance.faults(Paper.request(language))).isEmpty();
        assertThat(Conformance.faults(Paper.extract(language))).isEmpty();
    }

    @Test
    void an_extract_stands_in_its_order_with_its_code_on_every_page_and_room_to_sign() {
        String text = Paper.text(Paper.extract(Language.EN));
        assertThat(text)
                .containsSubsequence(
                        "Case",
                        "XC-REF-2026-000003",
                        "Where it stands",
                        "Due",
                        "2026-11-22 08:30 UTC",
                        "Message 1",
                        "Ño",
                        "Signature");
        assertThat(text).contains("XC-REF-2026-000003, Page 1 / 1").doesNotContain("Draft");
    }

    @Test
    void markup_in_an_extract_is_printed_as_text() {
        Bytes pdf = Paper.PRESS.print(new Extract(
                HTML,
                HTML,
                Language.EN,
                List.of(new Extract.Section(HTML, List.of(Extract.Row.of(HTML, new Extract.Name(HTML)))))));
        assertThat(Paper.text(pdf)
                        .replaceAll("\\s", "")
                        .split(java.util.regex.Pattern.quote(HTML.replaceAll("\\s", "")), -1))
                .hasSizeGreaterThan(5);
    }

    @Test
    void for_training_every_extract_says_so() {
        Extract extract = new Extract("Case", "XC-REF-2026-000003", Language.FR, List.of());
        assertThat(Paper.text(Press.forTraining(Paper.FORMS).print(extract)))
                .contains(Labels.in(Language.FR).word("training"));
    }

    @Test
    void a_pdf_without_tags_does_not_conform() throws Exception {
        assertThat(Conformance.faults(Conformance.untagged())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void paper_is_tagged_with_its_language_and_title(Language language) throws IOException {
        try (PDDocument paper = Loader.loadPDF(Paper.referral(language).toArray())) {
            var catalog = paper.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo(language.tag());
            assertThat(paper.getDocumentInformation().getTitle())
                    .contains(Labels.in(language)
                            .title("Referral of a victim of trafficking")
                            .orElseThrow())
                    .endsWith("(REF-REQ)");
            assertThat(structure(catalog.getStructureTreeRoot())).contains("H1", "H2", "H3", "P", "L", "LI");
        }
    }

    @Test
    void what_the_writer_wrote_is_marked_with_the_language_of_the_form() throws IOException {
        try (PDDocument paper = Loader.loadPDF(Paper.referral(Language.AR).toArray())) {
            assertThat(languages(paper.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("en");
        }
    }

    @Test
    void labels_stand_in_the_order_of_the_form_and_codes_in_words() {
        String text = Paper.text(Paper.referral(Language.EN));
        assertThat(text)
                .containsSubsequence(
                        "Referral of a victim of trafficking",
                        "Victim Support Service of XC",
                        "Legal basis",
                        "Country of origin (ORIGIN)",
                        "Victim status",
                        "Identified as a victim (IDENTIFIED)",
                        "Sex",
                        "Female (2)",
                        "Appropriate housing (HOU)",
                        "identity-sheet.pdf");
        assertThat(text).contains("English (en)", "Verified:", "No dissemination without permission");
    }

    @Test
    void fictional_countries_are_given_no_name() {
        assertThat(Paper.text(Paper.referral(Language.EN))).doesNotContain("Pseudo-");
    }

    @Test
    void on_arabic_paper_labels_stand_at_the_right_and_numbers_run_from_left_to_right() {
        List<TextPosition> drawn = Paper.drawn(Paper.referral(Language.AR));
        String glyphs = drawn.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        assertThat(glyphs).contains("2025-01-20", "+442079460022", "SPECIMEN-0001", "2026-11-22 08:30 UTC");
        // Of the row "Case", the first that a reader meets is at the right edge, and what it says is left of it.
        int caseId = glyphs.indexOf("XC-REF-2026-000003", glyphs.indexOf("REF-REQ"));
        float value = drawn.get(caseId).getX();
        float label = drawn.get(caseId - 1).getX();
        assertThat(label).isGreaterThan(value).isGreaterThan(drawn.get(caseId).getPageWidth() / 2);
    }

    @Test
    void arabic_letters_are_joined() {
        String glyphs = Paper.drawn(Paper.referral(Language.AR)).stream()
                .map(TextPosition::getUnicode)
                .collect(Collectors.joining());
        assertThat(glyphs.codePoints().filter(c -> c >= 0xFB50 && c <= 0xFEFF).count())
                .as("letters in their joined shapes")
                .isGreaterThan(500);
    }

    @Test
    void markup_in_a_field_is_printed_as_text() {
        Bytes pdf = Paper.print(
                Paper.REQUEST, Paper.form("request", form -> form.put("facts", HTML)), Language.EN, Optional.empty());
        assertThat(Paper.text(pdf).replaceAll("\\s", "")).contains(HTML.replaceAll("\\s", ""));
    }

    @Test
    void nothing_is_fetched_whatever_a_form_says() throws IOException {
        AtomicInteger visits = new AtomicInteger();
        HttpServer lure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lure.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        lure.start();
        try {
            String url = "http://127.0.0.1:" + lure.getAddress().getPort() + "/";
            String bait = "<img src=\"" + url + "a.png\"/><link rel=\"stylesheet\" href=\"" + url + "b.css\"/>"
                    + "<style>@import url(" + url + "c.css);</style> url(" + url + "d.png)";
            Bytes pdf = Paper.print(
                    Paper.REQUEST,
                    Paper.form("request", form -> form.put("facts", bait)),
                    Language.EN,
                    Optional.empty());
            assertThat(Paper.text(pdf)).contains("a.png");
            assertThat(visits).hasValue(0);
        } finally {
            lure.stop(0);
        }
    }

    @Test
    void a_file_named_in_a_form_is_not_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET-OF-THE-DESK");
        String bait = "<object data=\"" + secret.toUri() + "\"/><xi:include href=\"" + secret.toUri() + "\"/>";
        Bytes pdf = Paper.print(
                Paper.REQUEST, Paper.form("request", form -> form.put("facts", bait)), Language.EN, Optional.empty());
        assertThat(Paper.text(pdf)).contains("secret.txt").doesNotContain("SECRET-OF-THE-DESK");
    }

    @Test
    void a_character_without_a_glyph_and_a_mark_that_turns_text_round_are_shown_by_number() {
        Bytes pdf = Paper.print(
                Paper.REQUEST,
                Paper.form("request", form -> form.put("facts", "before \u202Eafter \uD83D\uDE00 end of the facts")),
                Language.EN,
                Optional.empty());
        assertThat(Paper.text(pdf)).contains("[U+202E]", "[U+1F600]", "Unicode numbers");
    }

    @Test
    void a_field_that_the_schema_does_not_know_is_printed_under_its_own_name() {
        Bytes pdf = Paper.print(
                Paper.REQUEST,
                Paper.form("request", form -> form.putObject("laterField").put("inner", "kept")),
                Language.EN,
                Optional.empty());
        assertThat(Paper.text(pdf)).contains("laterField", "inner", "kept");
    }

    @Test
    void a_kind_that_this_program_does_not_know_is_printed_all_the_same() {
        Bytes pdf = Paper.print(
                new MessageKind("NEW-KIND"), Paper.form("request"), Language.FR, Optional.of(Paper.letterhead(false)));
        assertThat(Paper.text(pdf)).contains("NEW-KIND", "conductedBy", "NON VÉRIFIÉE");
    }

    @Test
    void one_value_is_a_paragraph_and_several_are_a_list() throws IOException {
        assertThat(structureOf("only")).doesNotContain("L", "LI");
        assertThat(structureOf("first", "second")).contains("L", "LI");
    }

    private static Set<String> structureOf(String... values) throws IOException {
        ObjectNode form = StrictJson.MAPPER.createObjectNode();
        form.put("kind", "NEW-KIND").put("version", "1");
        ArrayNode list = form.putArray("values");
        for (String value : values) list.add(value);
        Bytes pdf = Paper.print(new MessageKind("NEW-KIND"), form, Language.EN, Optional.empty());
        assertThat(Paper.text(pdf)).contains(values);
        try (PDDocument paper = Loader.loadPDF(pdf.toArray())) {
            return structure(paper.getDocumentCatalog().getStructureTreeRoot());
        }
    }

    @Test
    void a_form_without_letterhead_says_that_it_is_a_draft() {
        String draft = Paper.text(Paper.request(Language.EN));
        assertThat(draft).containsSubsequence("Draft, not sent.", "Draft, not sent.");
        assertThat(draft.split("Draft, not sent\\.", -1))
                .as("above the form, and at the foot of each page")
                .hasSize(Paper.pages(Paper.request(Language.EN)) + 2);
        assertThat(Paper.text(Paper.referral(Language.EN))).doesNotContain("Draft");
    }

    @Test
    void handling_codes_and_urgency_stand_there_only_where_the_message_has_them() {
        Letterhead plain = Paper.letterhead(true);
        Letterhead bare = new Letterhead(
                plain.message(),
                plain.caseId(),
                plain.from(),
                plain.to(),
                plain.written(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                List.of());
        assertThat(Paper.text(Paper.print(Paper.REFERRAL, Paper.form("referral"), Language.EN, Optional.of(bare))))
                .doesNotContain("Handling code", "Priority", "Answer by", "Signature", "Attached files");
    }

    @Test
    void every_font_is_embedded() throws IOException {
        for (Language language : Language.values())
            try (PDDocument paper = Loader.loadPDF(Paper.referral(language).toArray())) {
                for (PDPage page : paper.getPages())
                    for (var name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    }
            }
    }

    @Test
    void what_is_no_form_is_refused_with_a_sentence() {
        for (String nothing : List.of("", "[]", "\"text\"", "{\"a\":"))
            assertThatThrownBy(() -> Paper.PRESS.print(
                            new Printout(Paper.REQUEST, Bytes.ofUtf8(nothing), Optional.empty(), Language.EN)))
                    .isInstanceOf(Unprintable.class)
                    .hasMessageStartingWith("This is not a form");
    }

    @Test
    void a_form_too_long_for_paper_is_refused_with_a_sentence() {
        String facts = "x".repeat(Press.MAX_BYTES);
        assertThatThrownBy(() -> Paper.print(
                        Paper.REQUEST,
                        Paper.form("request", form -> form.put("facts", facts)),
                        Language.EN,
                        Optional.empty()))
                .isInstanceOf(Unprintable.class)
                .hasMessageStartingWith("The form is too long to be printed");
    }

    private static Set<String> structure(PDStructureNode node) {
        Set<String> types = new TreeSet<>();
        for (Object kid : node.getKids())
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStandardStructureType());
                types.addAll(structure(element));
            }
        return types;
    }

    private static Set<String> languages(PDStructureNode node) {
        Set<String> languages = new TreeSet<>();
        for (Object kid : node.getKids())
            if (kid instanceof PDStructureElement element) {
                if (element.getLanguage() != null) languages.add(element.getLanguage());
                languages.addAll(languages(element));
            }
        return languages;
    }
}
