package org.liaison.seal;

/// What the trust store can say about a certificate and a use of it.
public sealed interface Standing {

    /// The certificate leads to a root, is within its time, is not revoked, and is made for this use by this name.
    record InForce(CertificateProfile profile, String name) implements Standing {}

    record Refused(Flaw flaw) implements Standing {}
}
