package org.liaison.gateway;

import java.util.Base64;

/// Certificates and keys as text that stock tools read (RFC 7468).
final class Pem {

    private static final int COLUMNS = 64;

    private Pem() {}

    /// `label` as in `CERTIFICATE`; `der` is what it stands for.
    static String of(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
