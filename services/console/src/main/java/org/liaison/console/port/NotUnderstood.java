package org.liaison.console.port;

/// What somebody typed cannot be acted on. The message says so in English, for programs.
public final class NotUnderstood extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Said said;

    public NotUnderstood(Said said, String english) {
        super(english);
        this.said = said;
    }

    public Said said() {
        return said;
    }
}
