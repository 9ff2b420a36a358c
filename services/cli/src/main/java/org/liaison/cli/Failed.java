package org.liaison.cli;

/// The command could not do its work on this machine. Printed once, by [Liaison], as exit code 1.
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed(String sentence) {
        super(sentence);
    }
}
