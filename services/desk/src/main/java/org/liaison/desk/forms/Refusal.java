package org.liaison.desk.forms;

/// Something in a post that was not taken, and why. `field` is the name that the page would give the field, so that
/// the sentence can lead there; it is empty where there is no such field.
public record Refusal(Reason reason, String field, Text label) {

    public enum Reason {
        /// The form asks nothing of that name on this page.
        NOT_ASKED,
        /// The text is far longer than any answer; what stood there before stands there still.
        TOO_LONG,
        /// The list can have no more entries.
        TOO_MANY_ENTRIES,
        /// One question was answered several times.
        SEVERAL_ANSWERS,
        /// There are more fields in the post than a page has; none of it was taken.
        TOO_MANY_FIELDS,
        /// All answers together are larger than a form can be; none of the post was taken.
        TOO_MUCH
    }

    /// The key of its sentence in the words of the pages; the sentence names the label.
    public String key() {
        return "desk.forms.refused." + reason;
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, "", Text.english(""));
    }
}
