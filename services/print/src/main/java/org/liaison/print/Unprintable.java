package org.liaison.print;

/// What was handed in is not a form, or too long for paper. The message is for a person and quotes nothing.
public final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unprintable(String sentence) {
        super(sentence);
    }
}
