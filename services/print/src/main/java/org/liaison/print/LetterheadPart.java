package org.liaison.print;

import java.util.Locale;
import org.liaison.message.Language;
import org.w3c.dom.Element;

/// What stands above the form, and the list of attached files below it.
final class LetterheadPart {

    private final Sheet sheet;
    private final Labels labels;
    private final Wording wording;

    LetterheadPart(Sheet sheet, Language language) {
        this.sheet = sheet;
        this.labels = Labels.in(language);
        this.wording = new Wording(language);
    }

    void head(Element parent, Letterhead letterhead) {
        sheet.text(parent, "h2", "", labels.word("message-section"));
        party(parent, "from", letterhead.from());
        letterhead.to().forEach(to -> party(parent, "to", to));
        sheet.code(row(parent, "case"), letterhead.caseId().toString());
        sheet.code(row(parent, "message"), letterhead.message().toString());
        sheet.code(row(parent, "written"), Wording.moment(letterhead.written()));
        if (letterhead.urgent()) sheet.text(row(parent, "priority"), "span", "strong", labels.word("urgent"));
        letterhead.due().ifPresent(due -> sheet.code(row(parent, "due"), Wording.moment(due)));
        for (String code : letterhead.handling())
            sheet.words(row(parent, "handling"), wording.code("handling", code), "");
        letterhead.signature().ifPresent(signature -> signature(parent, signature));
    }

    private void party(Element parent, String word, Letterhead.Party party) {
        Element value = row(parent, word);
        party.name().ifPresent(name -> {
            sheet.foreign(value, name, "");
            sheet.append(value, " ");
        });
        sheet.code(value, party.code().toString());
    }

    private void signature(Element parent, Letterhead.Signature signature) {
        Element value = row(parent, "signature");
        sheet.text(value, "span", "strong", labels.word(signature.verified() ? "verified" : "not-verified"));
        sheet.append(value, " ");
        sheet.code(value, signature.signer() + ", " + Wording.moment(signature.at()));
    }

    void enclosures(Element parent, Letterhead letterhead) {
        if (letterhead.enclosures().isEmpty()) return;
        sheet.text(parent, "h2", "", labels.word("enclosures"));
        int number = 1;
        for (Letterhead.Enclosure file : letterhead.enclosures()) {
            Element box = sheet.element(parent, "div", "entry");
            Element heading = sheet.text(box, "h3", "", labels.word("file") + " ");
            sheet.code(heading, Integer.toString(number++));
            sheet.foreign(row(box, "file-name"), file.name(), "");
            sheet.code(
                    row(box, "bytes"),
                    String.format(Locale.ROOT, "%,d", file.bytes()).replace(',', ' '));
            sheet.code(row(box, "digest"), file.digest().toHex());
        }
    }

    private Element row(Element parent, String word) {
        Element row = sheet.element(parent, "div", "row");
        sheet.text(row, "p", "label", labels.word(word));
        return sheet.element(row, "p", "value");
    }
}
