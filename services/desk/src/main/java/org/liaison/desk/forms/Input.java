package org.liaison.desk.forms;

/// How a question is answered.
public enum Input {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    /// A moment in UTC.
    MOMENT,
    /// A year, a year and month, or a date.
    PARTIAL_DATE,
    PHONE,
    EMAIL,
    COUNTRY,
    LANGUAGE,
    /// The name of an attached file.
    FILE,
    /// The digest of an attached file.
    DIGEST,
    YES_NO,
    /// Something that the form always states once it states it: ticked, or left out.
    CONFIRM,
    ONE_OF_FEW,
    ONE_OF_MANY,
    SEVERAL_OF,
    /// Several entries, each answering the one question inside.
    REPEATED,
    /// Questions that belong together.
    GROUP,
    /// A constant that is not asked: the program writes it.
    FIXED;

    /// Whether its choices are a set of controls under one legend, rather than one control with a label.
    public boolean isSet() {
        return this == YES_NO || this == ONE_OF_FEW || this == SEVERAL_OF;
    }

    public boolean isSimple() {
        return this != GROUP && this != REPEATED && this != FIXED;
    }
}
