package org.liaison.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Certificates between bytes and objects. All of them are read by Bouncy Castle, which alone knows composite keys.
public final class Certificates {

    private Certificates() {}

    /// One certificate in DER; refuses anything else with [IllegalArgumentException].
    public static X509Certificate read(Bytes der) {
        try (InputStream in = der.stream()) {
            X509Certificate certificate = (X509Certificate) factory().generateCertificate(in);
            if (certificate == null || in.read() != -1 || !encoded(certificate).equals(der))
                throw new IllegalArgumentException("not exactly one certificate in DER");
            return certificate;
        } catch (CertificateException | IOException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /// All certificates of a PEM file, in their order.
    public static List<X509Certificate> readPem(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return factory().generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException | IOException e) {
            throw new KeyUnreachable("cannot read certificates from " + file, e);
        }
    }

    public static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.owned(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that has no encoding", e);
        }
    }

    /// SHA-256 of the whole certificate: by this the directory lists it.
    public static Digest digest(X509Certificate certificate) {
        return encoded(certificate).sha256();
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509", Providers.bouncyCastle());
        } catch (CertificateException e) {
            throw new IllegalStateException("Bouncy Castle reads no certificates", e);
        }
    }
}
