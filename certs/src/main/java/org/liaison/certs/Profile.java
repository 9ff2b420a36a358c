package org.liaison.certs;

import static org.liaison.seal.CertificateProfile.ADMINISTRATOR_SIGN;
import static org.liaison.seal.CertificateProfile.ADMINISTRATOR_SIGN_PQ;
import static org.liaison.seal.CertificateProfile.AUTHORITY_ENCRYPT;
import static org.liaison.seal.CertificateProfile.AUTHORITY_ENCRYPT_CLASSIC;
import static org.liaison.seal.CertificateProfile.AUTHORITY_SIGN;
import static org.liaison.seal.CertificateProfile.AUTHORITY_SIGN_PQ;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.liaison.seal.CertificateProfile;

/// What a set of keys is for. The terms of each stand in `certs/profiles/<code>.properties`.
public enum Profile {
    /// Signs twice (ECDSA and ML-DSA) and reads what is sealed to it under the hybrid suite.
    AUTHORITY,
    /// Signs with ECDSA and reads under the classic suite: for sites whose keys are bound to older hardware.
    AUTHORITY_CLASSIC,
    /// A gateway's side of mutual TLS.
    GATEWAY_TLS,
    /// The hub's side of mutual TLS.
    HUB_TLS,
    /// Signs the hub's evidence.
    HUB_EVIDENCE,
    /// Signs the checkpoints of the audit log. No examiner of seals accepts it for anything.
    LOG_KEY,
    /// Cosigns checkpoints for a gateway of a State. No examiner of seals accepts it for
    /// anything.
    WITNESS,
    /// One of the persons of whom two sign the directory and the rulebook.
    ADMINISTRATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Profile ofCode(String code) {
        for (Profile profile : values()) if (profile.code().equals(code)) return profile;
        throw new IllegalArgumentException("a profile is one of " + codes() + ", not '" + code + "'");
    }

    static String codes() {
        return Arrays.stream(values()).map(Profile::code).collect(Collectors.joining(", "));
    }

    /// The rows of seal's table that these certificates must satisfy, in the order of the keys.
    List<CertificateProfile> rows() {
        return switch (this) {
            case AUTHORITY -> List.of(AUTHORITY_SIGN, AUTHORITY_SIGN_PQ, AUTHORITY_ENCRYPT);
            case AUTHORITY_CLASSIC -> List.of(AUTHORITY_SIGN, AUTHORITY_ENCRYPT_CLASSIC);
            case GATEWAY_TLS -> List.of(CertificateProfile.GATEWAY_TLS);
            case HUB_TLS -> List.of(CertificateProfile.HUB_TLS);
            case HUB_EVIDENCE -> List.of(CertificateProfile.HUB_EVIDENCE);
            case LOG_KEY, WITNESS -> List.of();
            case ADMINISTRATOR -> List.of(ADMINISTRATOR_SIGN, ADMINISTRATOR_SIGN_PQ);
        };
    }

    /// Whether `issuer` may speak for this name. A witness is a gateway's, and its State's
    /// issuer alone vouches for it.
    boolean mayBeIssuedBy(String issuer, String name) {
        if (this == WITNESS) return CertificateProfile.GATEWAY_TLS.mayBeIssuedBy(issuer, name);
        return rows().stream().allMatch(row -> row.mayBeIssuedBy(issuer, name));
    }

    Terms terms() {
        return Terms.of(code());
    }
}
