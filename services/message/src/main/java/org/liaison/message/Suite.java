package org.liaison.message;

/// A fixed choice of algorithms for one message. The recipient's directory entry chooses it, never the message.
public enum Suite {
    /// Recipients ML-KEM-768 with ECDH P-256 (composite), AES-256-GCM; inner signature ECDSA P-256 *and* ML-DSA-65.
    HYBRID_2026("hybrid-2026"),
    /// Recipients ECDH P-256, AES-256-GCM; inner signature ECDSA P-256. For sites with hardware-bound keys only.
    CLASSIC_2026("classic-2026");

    private final String code;

    Suite(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Suite ofCode(String code) {
        for (Suite suite : values()) if (suite.code.equals(code)) return suite;
        throw new IllegalArgumentException("a suite is hybrid-2026 or classic-2026, not '" + code + "'");
    }
}
