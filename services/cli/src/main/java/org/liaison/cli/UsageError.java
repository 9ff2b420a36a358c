package org.liaison.cli;

/// The command was typed in a way it cannot be run. Printed once, by [Liaison], as exit code 2.
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String sentence) {
        super(sentence);
    }
}
