package org.liaison.directory;

/// What has to come with a message under an agreement.
public enum Requirement {
    ORIGINALS("originals"),
    CERTIFIED_COPIES("certified copies"),
    TRANSLATIONS("translations into an accepted language");

    private final String words;

    Requirement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
