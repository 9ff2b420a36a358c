package org.liaison.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.liaison.casework.Forms;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.Language;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// Sample forms of States that do not exist, printed; each PDF stays in `target/paper` to be looked at.
final class Paper {

    static final Forms FORMS = Forms.shipped();
    static final Press PRESS = new Press(FORMS);
    static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    static final MessageKind REQUEST = new MessageKind("MLA-REQ");
    static final Instant WRITTEN = Instant.parse("2026-11-22T08:30:00Z");

    private static final Map<String, Bytes> PRINTED = new ConcurrentHashMap<>();

    private Paper() {}

    static ObjectNode form(String name) {
        try (InputStream in = Paper.class.getResourceAsStream(name + ".json")) {
            if (in == null) throw new IllegalStateException("no sample " + name);
            return (ObjectNode) StrictJson.MAPPER.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode form(String name, Consumer<ObjectNode> change) {
        ObjectNode form = form(name);
        change.accept(form);
        return form;
    }

    static Letterhead letterhead(boolean verified) {
        return new Letterhead(
                MessageId.parse("019a0000-0000-7000-8000-000000000001"),
                new CaseId("XC-REF-2026-000003"),
                new Letterhead.Party(
                        AuthorityCode.parse("xc.social.welfare"), Optional.of("Victim Support Service of XC")),
                List.of(new Letterhead.Party(
                        AuthorityCode.parse("xa.social.welfare"),
                        Optional.of("National Office for Social Welfare of XA"))),
                WRITTEN,
                Optional.of(WRITTEN.plusSeconds(86_400)),
                true,
                List.of("H2"),
                Optional.of(new Letterhead.Signature(verified, "xc.social.welfare", WRITTEN)),
                List.of(new Letterhead.Enclosure(
                        "identity-sheet.pdf",
                        1150,
                        Digest.ofHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))));
    }

    static Bytes print(MessageKind kind, ObjectNode form, Language language, Optional<Letterhead> letterhead) {
        return PRESS.print(new Printout(kind, StrictJson.write(form), letterhead, language));
    }

    static Bytes referral(Language language) {
        return PRINTED.computeIfAbsent(
                "referral-" + language.tag(),
                name -> kept(name, print(REFERRAL, form("referral"), language, Optional.of(letterhead(true)))));
    }

    static Bytes request(Language language) {
        return PRINTED.computeIfAbsent(
                "request-" + language.tag(),
                name -> kept(name, print(REQUEST, form("request"), language, Optional.empty())));
    }

    static Bytes extract(Language language) {
        Labels labels = Labels.in(language);
        return PRINTED.computeIfAbsent(
                "extract-" + language.tag(),
                name -> kept(
                        name,
                        PRESS.print(new Extract(
                                labels.word("case"),
                                "XC-REF-2026-000003",
                                language,
                                List.of(
                                        new Extract.Section(
                                                language == Language.EN ? "Where it stands" : labels.word("general"),
                                                List.of(
                                                        Extract.Row.of(
                                                                language == Language.EN ? "Due" : labels.word("due"),
                                                                new Extract.Moment(WRITTEN)),
                                                        new Extract.Entry(
                                                                labels.word("message-section") + " 1",
                                                                List.of(Extract.Row.of(
                                                                        labels.word("from"),
                                                                        new Extract.Name("Ño"),
                                                                        new Extract.Said(labels.word("yes")),
                                                                        new Extract.Code("H2")))),
                                                        new Extract.Sentence(labels.word("none")))),
                                        new Extract.Section(
                                                labels.word("signature"),
                                                List.of(new Extract.Blank(labels.word("signature")))))))));
    }

    static int pages(Bytes pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bytes kept(String name, Bytes pdf) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "paper"));
            Files.write(folder.resolve(name + ".pdf"), pdf.toArray());
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is drawn, glyph by glyph in the order and with the place of drawing.
    static List<TextPosition> drawn(Bytes pdf) {
        List<TextPosition> drawn = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    drawn.add(glyph);
                }
            }.getText(document);
            return drawn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Bytes pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
