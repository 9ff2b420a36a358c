package org.liaison.certs;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.seal.Certificates;

/// Certificates and revocation lists as text (RFC 7468).
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static Bytes ofCertificates(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates)
            text.append(block("CERTIFICATE", Certificates.encoded(certificate)));
        return Bytes.ofUtf8(text.toString());
    }

    static Bytes ofRevocationList(Bytes list) {
        return Bytes.ofUtf8(block("X509 CRL", list));
    }

    private static String block(String label, Bytes content) {
        String body = new String(LINES.encode(content.toArray()), StandardCharsets.US_ASCII);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
