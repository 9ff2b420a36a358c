package org.liaison.message;

/// Restrictions the sender lays on the information (Europol handling codes).
public enum HandlingCode {
    /// Only for preventing and combating crime.
    H0,
    /// No use in judicial proceedings without the provider's permission.
    H1,
    /// No dissemination without the provider's permission.
    H2,
    /// Other restrictions, stated in the form.
    H3
}
