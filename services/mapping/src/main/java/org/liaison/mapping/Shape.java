package org.liaison.mapping;

/// How a value is carried over.
enum Shape {
    /// As it stands.
    TEXT,
    /// A full date as it stands; a part of a date is lost.
    DATE,
    /// Code for code.
    CODE,
    /// A list, code for code.
    CODES,
    /// Our list, of which theirs holds the first.
    FIRST
}
