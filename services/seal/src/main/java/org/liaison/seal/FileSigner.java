package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;

/// Signs with keys from a [KeyFile].
final class FileSigner implements Signer {

    private final X509Certificate certificate;
    private final List<SigningKey> keys = new ArrayList<>();

    FileSigner(KeyFile.Entry classic, Optional<KeyFile.Entry> postQuantum) {
        this.certificate = classic.certificate();
        add(classic, SealAlgorithm.ECDSA_P256_SHA256);
        postQuantum.ifPresent(entry -> add(entry, SealAlgorithm.ML_DSA_65_SHA512));
    }

    /// One private key, ready for its provider, and the certificates that go into the seal with it.
    record SigningKey(SealAlgorithm algorithm, PrivateKey key, List<X509Certificate> certificates) {

        X509Certificate certificate() {
            return certificates.getFirst();
        }

        @Override
        public String toString() {
            return algorithm + " [REDACTED]";
        }
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public Bytes sign(Bytes content, Strength strength, Instant at) {
        List<SealAlgorithm> wanted = SealAlgorithm.of(strength);
        List<SigningKey> signing =
                keys.stream().filter(key -> wanted.contains(key.algorithm())).toList();
        if (signing.size() != wanted.size())
            throw new KeyUnreachable("this key file cannot sign " + strength + ": it lacks the key '"
                    + CertificateProfile.AUTHORITY_SIGN_PQ.alias() + "'");
        try {
            return SealWriter.write(content, signing, at);
        } catch (GeneralSecurityException e) {
            throw new KeyUnreachable("a signing key does not sign", e);
        }
    }

    private void add(KeyFile.Entry entry, SealAlgorithm algorithm) {
        if (!algorithm.key().isThatOf(entry.certificate()))
            throw new KeyUnreachable("the key '" + entry.alias() + "' is not of the kind " + algorithm.key());
        try {
            List<X509Certificate> certificates =
                    entry.chain().subList(0, Math.min(2, entry.chain().size()));
            keys.add(new SigningKey(algorithm, algorithm.ready(entry.key()), certificates));
        } catch (GeneralSecurityException e) {
            throw new KeyUnreachable("the key '" + entry.alias() + "' cannot be used", e);
        }
    }
}
