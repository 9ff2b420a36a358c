package org.liaison.seal;

import org.liaison.message.Reason;

/// What can be wrong with a seal or with the certificate behind it.
public enum Flaw {
    /// The bytes are not CMS SignedData.
    NOT_A_SEAL(Reason.BROKEN_SIGNATURE),
    /// It is SignedData, but not as this protocol writes it: a signer too many or too few, an
    /// attribute missing, another algorithm, another spelling.
    OUTSIDE_PROFILE(Reason.BROKEN_SIGNATURE),
    /// The signature does not belong to the content, or the signer's certificate is not the one it names.
    SIGNATURE_MISMATCH(Reason.BROKEN_SIGNATURE),
    /// The certificate does not lead to a root, or was issued by somebody who may not speak for that name.
    UNTRUSTED(Reason.CERTIFICATE_UNTRUSTED),
    /// The certificate is good, but not for this.
    WRONG_USE(Reason.CERTIFICATE_UNTRUSTED),
    EXPIRED(Reason.CERTIFICATE_EXPIRED),
    REVOKED(Reason.CERTIFICATE_REVOKED),
    /// No revocation list recent enough to rely on: fail closed.
    REVOCATION_STALE(Reason.REVOCATION_STALE);

    private final Reason reason;

    Flaw(Reason reason) {
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
