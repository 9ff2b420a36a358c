package org.liaison.message;

/// What can be said after reading bytes that someone else wrote.
public sealed interface Reading<T> {

    record Clear<T>(T value) implements Reading<T> {}

    /// `problem` is one sentence for a person: what is wrong and where. It never quotes the content.
    record Garbled<T>(String problem) implements Reading<T> {}
}
