package org.liaison.print;

import java.text.Bidi;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.liaison.message.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The page as a tree, built node by node: no markup is ever read, so nothing that a form says can become markup.
final class Sheet {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Document document;
    private final Glyphs glyphs = new Glyphs();
    private final Element body;

    Sheet(Language language, String title, String style) {
        this.document = empty();
        Element html = document.createElementNS(XHTML, "html");
        html.setAttribute("lang", language.tag());
        document.appendChild(html);
        Element head = element(html, "head", "");
        element(head, "title", "").setTextContent(title);
        element(head, "style", "").setTextContent(style);
        Element description = element(head, "meta", "");
        description.setAttribute("name", "description");
        description.setAttribute("content", title);
        this.body = element(html, "body", language.rightToLeft() ? "rtl" : "ltr");
        body.setAttribute("dir", language.rightToLeft() ? "rtl" : "ltr");
    }

    Document document() {
        return document;
    }

    Element body() {
        return body;
    }

    boolean missedCharacters() {
        return glyphs.missed();
    }

    Element element(Element parent, String name, String kind) {
        Element element = document.createElementNS(XHTML, name);
        if (!kind.isEmpty()) element.setAttribute("class", kind);
        (HEADINGS.contains(name) ? placed(parent) : parent).appendChild(element);
        return element;
    }

    /// The library forgets that a box is a heading when it is placed, so what is placed is a box around it.
    private Element placed(Element parent) {
        Element place = document.createElementNS(XHTML, "div");
        place.setAttribute("class", "heading");
        parent.appendChild(place);
        return place;
    }

    Element text(Element parent, String name, String kind, String text) {
        Element element = element(parent, name, kind);
        append(element, text);
        return element;
    }

    /// The library cannot lay out an empty text.
    void append(Element parent, String text) {
        if (!text.isEmpty()) parent.appendChild(document.createTextNode(glyphs.printable(text)));
    }

    /// A heading or label: translated, or in English and marked so.
    Element titled(Element parent, String name, String kind, String english, Labels labels) {
        Optional<String> translated = labels.title(english);
        Element element = text(parent, name, kind, translated.orElse(english));
        if (translated.isEmpty()) element.setAttribute("lang", Language.EN.tag());
        return element;
    }

    /// The writer's own words, in the writer's language. They run in the direction of their first letter; without
    /// letters they are a number, and run from left to right.
    void foreign(Element block, String text, String tag) {
        Element own = text(block, "span", "free", text);
        boolean ltr = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        own.setAttribute("dir", ltr ? "ltr" : "rtl");
        // On the block, because the tags of the PDF have no place for the language of a part of a line.
        if (!tag.isEmpty()) block.setAttribute("lang", tag);
    }

    /// Codes, numbers and dates run from left to right on every page.
    Element code(Element parent, String code) {
        Element element = text(parent, "span", "code", code);
        element.setAttribute("dir", "ltr");
        return element;
    }

    void words(Element parent, Wording.Words words, String writtenIn) {
        if (words.free()) {
            foreign(parent, words.text(), writtenIn);
            return;
        }
        if (!words.text().isEmpty()) text(parent, "span", "", words.text());
        words.code().ifPresent(code -> {
            if (words.text().isEmpty()) code(parent, code);
            else {
                append(parent, " ");
                code(parent, "(" + code + ")");
            }
        });
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML", e);
        }
    }
}
