package org.liaison.signin;

/// What a person may do in one scope. No role includes another.
public enum Role {
    /// Reads and writes cases.
    OFFICER,
    /// Releases what needs four eyes.
    SUPERVISOR,
    /// Reads evidence and events; changes nothing.
    AUDITOR,
    /// Invites persons and says what they may do; sees no case by that.
    ADMINISTRATOR
}
