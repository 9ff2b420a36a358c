package org.liaison.casework;

/// One thing that is wrong with a form.
///
/// `pointer` (RFC 6901) leads to the field, also where the field is missing; `sentence` says what is wrong; `why` names
/// the article behind it, or is empty; `mend` says what to do. None of them quotes the form's content, so a problem
/// may travel in evidence that the hub reads.
public record Problem(String pointer, String sentence, String why, String mend) {

    /// Sentence, article and remedy in one line.
    public String detail() {
        StringBuilder line = new StringBuilder(sentence);
        if (!why.isEmpty()) line.append(" (").append(why).append(')');
        if (!mend.isEmpty()) line.append(' ').append(mend);
        return line.toString();
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "form" : pointer) + ": " + detail();
    }
}
