package org.liaison.casework;

/// The two sides of a case.
public enum Actor {
    /// Who opened the case: the referring or the requesting authority.
    ASKING,
    /// Who was asked: the receiving or the requested authority.
    ASKED
}
