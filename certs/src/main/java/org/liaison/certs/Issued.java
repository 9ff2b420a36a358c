package org.liaison.certs;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/// New keys and where they lie: the PKCS#12 file, the file with its password, and the public certificates.
/// `certificates` has one certificate for each key, in the order of the profile.
public record Issued(Path p12, Path passwordFile, Path certificatesFile, List<X509Certificate> certificates) {

    public Issued {
        certificates = List.copyOf(certificates);
    }
}
