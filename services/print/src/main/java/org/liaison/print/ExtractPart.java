package org.liaison.print;

import java.util.List;
import org.w3c.dom.Element;

/// Lays an extract out in the manner of a form.
final class ExtractPart {

    /// Room to write in; the library drops what is empty.
    private static final String ROOM = "\u00a0";

    private final Sheet sheet;

    ExtractPart(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(Element parent, Extract extract) {
        for (Extract.Section section : extract.sections()) {
            sheet.text(parent, "h2", "", section.heading());
            lines(parent, section.lines());
        }
    }

    private void lines(Element parent, List<Extract.Line> lines) {
        for (Extract.Line line : lines)
            switch (line) {
                case Extract.Row(String label, List<Extract.Piece> value) ->
                    pieces(value(row(parent, "row", label)), value);
                case Extract.Entry(String heading, List<Extract.Line> inner) -> {
                    Element box = sheet.element(parent, "div", "entry");
                    sheet.text(box, "h3", "", heading);
                    lines(box, inner);
                }
                case Extract.Sentence(String text) -> sheet.text(parent, "p", "whole", text);
                case Extract.Blank(String label) -> sheet.append(value(row(parent, "row blank", label)), ROOM);
            }
    }

    private Element row(Element parent, String kind, String label) {
        Element row = sheet.element(parent, "div", kind);
        sheet.text(row, "p", "label", label);
        return row;
    }

    private Element value(Element row) {
        return sheet.element(row, "p", "value");
    }

    private void pieces(Element value, List<Extract.Piece> pieces) {
        boolean first = true;
        for (Extract.Piece piece : pieces) {
            if (!first) sheet.append(value, " ");
            first = false;
            switch (piece) {
                case Extract.Said(String text) -> sheet.append(sheet.element(value, "span", ""), text);
                case Extract.Name(String text) -> sheet.foreign(value, text, "");
                case Extract.Code(String text) -> sheet.code(value, text);
                case Extract.Moment(var at) -> sheet.code(value, Wording.moment(at));
            }
        }
    }
}
