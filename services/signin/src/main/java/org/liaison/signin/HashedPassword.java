package org.liaison.signin;

/// An encoded Argon2id hash. Prints as nothing.
record HashedPassword(String encoded) {
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
