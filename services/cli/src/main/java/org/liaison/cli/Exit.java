package org.liaison.cli;

/// The exit codes of every command, printed in each command's help.
final class Exit {

    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    /// It was shown, and is not as it should be.
    static final int UNWELL = 4;

    private Exit() {}
}
