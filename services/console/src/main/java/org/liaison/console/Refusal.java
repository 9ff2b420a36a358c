package org.liaison.console;

/// What was asked for is understood and not done, with a sentence for whoever asked.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence, null, false, false);
    }
}
