package org.liaison.print;

import java.time.Instant;
import java.util.List;
import org.liaison.message.Language;

/// What stands on paper and is no form, such as a case as its file shows it: sections of lines,
/// worded by whoever hands it in. `code` names what it is about, and stands at the foot of every
/// page.
public record Extract(String title, String code, Language language, List<Section> sections) {

    public Extract {
        sections = List.copyOf(sections);
    }

    public record Section(String heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// What a section is made of.
    public sealed interface Line {}

    /// A label and what there is to say of it.
    public record Row(String label, List<Piece> value) implements Line {
        public Row {
            value = List.copyOf(value);
        }

        public static Row of(String label, Piece... value) {
            return new Row(label, List.of(value));
        }
    }

    /// Something by itself, under a heading of its own: one of several messages.
    public record Entry(String heading, List<Line> lines) implements Line {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    public record Sentence(String text) implements Line {}

    /// To be filled in by hand.
    public record Blank(String label) implements Line {}

    /// A part of a line. Only codes and moments run from left to right in every language.
    public sealed interface Piece {}

    /// In the language of the paper.
    public record Said(String text) implements Piece {}

    /// In whatever language it is written: a name.
    public record Name(String text) implements Piece {}

    public record Code(String text) implements Piece {}

    public record Moment(Instant at) implements Piece {}
}
