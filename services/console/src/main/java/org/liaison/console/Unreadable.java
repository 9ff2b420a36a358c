package org.liaison.console;

/// What a program asked for cannot be read. The message says so in one sentence, and quotes nothing.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence);
    }

    Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
