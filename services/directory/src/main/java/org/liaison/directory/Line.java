package org.liaison.directory;

/// Text for people, on one line, so that nothing in it can break a table or steer a terminal.
final class Line {

    private Line() {}

    static void demand(String what, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(what + ": one line of at most " + longest + " characters");
    }
}
