package org.liaison.seal;

/// In what capacity somebody signs or connects.
public enum Role {
    /// An authority; its name is an authority code.
    AUTHORITY,
    /// The hub; its name is `hub`.
    HUB,
    /// One of the administrators who sign directory and rulebook.
    ADMINISTRATOR,
    /// The program at a national site; its name is a gateway code. A gateway connects, it never signs.
    GATEWAY
}
