package org.liaison.auditlog.check;

/// What can be said about two checkpoints of one log.
public sealed interface Consistency {

    /// The newer tree begins with the older one: nothing was changed or taken away in between.
    record Consistent(long olderSize, long newerSize) implements Consistency {}

    record Inconsistent(Why why) implements Consistency {}

    enum Why {
        OLDER_NOT_GENUINE("The older checkpoint is not one that this log signed."),
        NEWER_NOT_GENUINE("The newer checkpoint is not one that this log signed."),
        SHRUNK("The newer checkpoint has fewer entries than the older."),
        NOT_AN_EXTENSION("The path does not prove that the newer tree begins with the older: keep both checkpoints,"
                + " for the log may have been changed.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
