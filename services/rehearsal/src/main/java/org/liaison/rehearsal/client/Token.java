package org.liaison.rehearsal.client;

/// The credential that a gateway asks for. Printing it shows nothing.
public record Token(String value) {

    public Token {
        if (value.isBlank() || value.chars().anyMatch(c -> c <= ' ' || c > '~'))
            throw new IllegalArgumentException("a token is printable and without spaces");
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
