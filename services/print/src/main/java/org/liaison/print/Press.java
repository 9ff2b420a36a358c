package org.liaison.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.liaison.casework.Forms;
import org.liaison.casework.View;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Prints forms and extracts: PDF/UA-1 with headings, languages and directions tagged. Safe to
/// share between threads; because a long form takes much memory while it is laid out, only a few
/// are printed at once and the others wait.
public final class Press {

    private static final String STYLE = resource("paper.css");
    private static final String PRODUCER = "Liaison";
    private static final int AT_ONCE = 2;
    /// Far longer than what people write into forms; a stranger's form of a megabyte would occupy a place for minutes.
    static final int MAX_BYTES = 256 * 1024;

    static {
        // The library would log what it stumbles over, and that can be what a form says.
        XRLog.setLoggingEnabled(false);
    }

    private final Forms forms;
    private final boolean training;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public Press(Forms forms) {
        this(forms, false);
    }

    private Press(Forms forms, boolean training) {
        this.forms = forms;
        this.training = training;
    }

    /// Whatever this one prints says on every page that it is no real message.
    public static Press forTraining(Forms forms) {
        return new Press(forms, true);
    }

    /// The PDF. Throws [Unprintable] if what was handed in is no form at all, or too long for paper.
    public Bytes print(Printout printout) {
        return put(compose(printout));
    }

    /// Likewise, of what is no form.
    public Bytes print(Extract extract) {
        Labels labels = Labels.in(extract.language());
        Sheet sheet = new Sheet(extract.language(), extract.title() + " (" + extract.code() + ")", STYLE);
        footer(sheet, Optional.of(extract.code()), false, labels);
        if (training) sheet.text(sheet.body(), "p", "strong", labels.word("training"));
        sheet.text(sheet.body(), "h1", "", extract.title());
        sheet.code(sheet.element(sheet.body(), "p", "kind"), extract.code());
        new ExtractPart(sheet).write(sheet.body(), extract);
        if (sheet.missedCharacters()) sheet.text(sheet.body(), "p", "note", labels.word("missed"));
        return put(sheet.document());
    }

    private Bytes put(Document page) {
        places.acquireUninterruptibly();
        try {
            return render(page);
        } finally {
            places.release();
        }
    }

    private Document compose(Printout printout) {
        JsonNode form = read(printout.form());
        Optional<JsonNode> schema = schema(printout, form);
        Field root = schema.map(node -> Field.of(forms, node)).orElseGet(() -> Field.unknown(forms));
        Language language = printout.language();
        Labels labels = Labels.in(language);
        String english = root.title().orElse(printout.kind().code());
        String title = labels.title(english).orElse(english);
        Sheet sheet = new Sheet(language, title + " (" + printout.kind() + ")", STYLE);
        footer(
                sheet,
                printout.letterhead().map(letterhead -> letterhead.caseId() + ", " + letterhead.message()),
                printout.letterhead().isEmpty(),
                labels);
        if (training) sheet.text(sheet.body(), "p", "strong", labels.word("training"));
        sheet.titled(sheet.body(), "h1", "", english, labels);
        Element kind = sheet.element(sheet.body(), "p", "kind");
        sheet.code(kind, printout.kind().code());
        sheet.append(kind, ", " + labels.word("version") + " ");
        sheet.code(kind, form.path("version").asString("-"));
        if (printout.letterhead().isEmpty()) sheet.text(sheet.body(), "p", "strong", labels.word("draft"));
        LetterheadPart head = new LetterheadPart(sheet, language);
        printout.letterhead().ifPresent(letterhead -> head.head(sheet.body(), letterhead));
        new FormPart(sheet, language, forms, form.path("language").asString("")).write(sheet.body(), root, form);
        printout.letterhead().ifPresent(letterhead -> head.enclosures(sheet.body(), letterhead));
        if (sheet.missedCharacters()) sheet.text(sheet.body(), "p", "note", labels.word("missed"));
        return sheet.document();
    }

    /// At the foot of every page: what it belongs to, that it is a draft, and which page of how
    /// many.
    private void footer(Sheet sheet, Optional<String> code, boolean draft, Labels labels) {
        Element footer = sheet.element(sheet.body(), "div", "footer");
        footer.setAttribute("dir", "ltr");
        if (training) sheet.text(footer, "div", "strong", labels.word("training"));
        if (draft) sheet.text(footer, "div", "strong", labels.word("draft"));
        code.ifPresent(known -> sheet.code(footer, known + ", "));
        sheet.text(footer, "span", "", labels.word("page") + " ");
        sheet.element(footer, "span", "pageno").setAttribute("dir", "ltr");
    }

    private Optional<JsonNode> schema(Printout printout, JsonNode form) {
        String told = form.path("view").asString("");
        for (View view : View.values())
            if (view.code().equals(told))
                return forms.schema(printout.kind(), view).map(StrictJson.MAPPER::readTree);
        return Optional.empty();
    }

    private static JsonNode read(Bytes form) {
        if (form.size() > MAX_BYTES)
            throw new Unprintable("The form is too long to be printed: more than " + MAX_BYTES / 1024
                    + " KiB. Read it on the screen, or export it.");
        try {
            JsonNode read = StrictJson.MAPPER.readTree(form.toArray());
            if (read.isObject()) return read;
        } catch (JacksonException e) {
            throw new Unprintable("This is not a form: it is not well-formed JSON.");
        }
        throw new Unprintable("This is not a form: a form is a group of fields in braces.");
    }

    private static Bytes render(Document page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, null);
        builder.toStream(out);
        builder.usePdfUaAccessibility(true);
        builder.withProducer(PRODUCER);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        builder.useUriResolver((base, uri) -> null);
        for (Glyphs.Typeface typeface : Glyphs.TYPEFACES)
            builder.useFont(typeface::open, typeface.family(), typeface.weight(), FontStyle.NORMAL, true);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.owned(out.toByteArray());
    }

    private static String resource(String name) {
        try (InputStream in = Press.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program was built without " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
