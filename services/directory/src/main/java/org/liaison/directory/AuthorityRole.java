package org.liaison.directory;

/// What an authority does with a request (UNTOC 18(13)).
public enum AuthorityRole {
    /// Receives requests, then executes them or passes them on.
    CENTRAL,
    /// Decides and executes.
    COMPETENT,
    TRANSMITTING,
    RECEIVING
}
