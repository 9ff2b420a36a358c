package org.liaison.directory;

/// Text for people, on one line, so that nothing in it can break a table or steer a terminal.
public final class Line {

    /// The limit for addresses, procedures and conditions.
    public static final int LONG = 500;

    private Line() {}

    public static void demand(String what, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(what + ": one line of at most " + longest + " characters");
    }
}
