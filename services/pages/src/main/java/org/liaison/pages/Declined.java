package org.liaison.pages;

/// What was asked for is there and is theirs, but cannot be done now. `word` says why, in a room's
/// words; `href` leads on, and `onward` says where to.
public final class Declined extends RuntimeException {

    private final String word;
    private final String href;
    private final String onward;

    public Declined(String word, String href, String onward) {
        super(word, null, false, false);
        this.word = word;
        this.href = href;
        this.onward = onward;
    }

    public String word() {
        return word;
    }

    public String href() {
        return href;
    }

    public String onward() {
        return onward;
    }
}
