package org.liaison.certs;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Why a certificate is revoked (RFC 5280 §5.3.1). A hold is not offered: what was once doubted is never trusted again.
public enum RevocationReason {
    UNSPECIFIED("unspecified", 0),
    KEY_COMPROMISE("keyCompromise", 1),
    CA_COMPROMISE("cACompromise", 2),
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn", 9);

    private final String code;
    private final int number;

    RevocationReason(String code, int number) {
        this.code = code;
        this.number = number;
    }

    public String code() {
        return code;
    }

    int number() {
        return number;
    }

    public static RevocationReason ofCode(String code) {
        for (RevocationReason reason : values()) if (reason.code.equals(code)) return reason;
        throw new IllegalArgumentException("a reason is one of " + codes() + ", not '" + code + "'");
    }

    static String codes() {
        return Arrays.stream(values()).map(RevocationReason::code).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return code;
    }
}
