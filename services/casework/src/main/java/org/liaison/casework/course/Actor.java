package org.liaison.casework.course;

import java.util.Locale;

/// The two sides of a case.
public enum Actor {
    /// Who opened the case: the referring or the requesting authority.
    ASKING,
    /// Who was asked: the receiving or the requested authority.
    ASKED;

    /// As the tables write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
