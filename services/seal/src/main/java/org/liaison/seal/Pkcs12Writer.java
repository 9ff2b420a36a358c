package org.liaison.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/// Writes PKCS#12 (RFC 7292) as the JDK and OpenSSL 3 do by default: PBES2 with PBKDF2-HMAC-SHA256
/// and AES-256, integrity by HMAC-SHA256. The iteration count can be the least that NIST SP 800-132
/// allows, because passwords are 192 random bits, never chosen by a person: guessing them is
/// hopeless at any count, and every program opens such files when it starts.
final class Pkcs12Writer {

    private static final int ITERATIONS = 1_000;

    private Pkcs12Writer() {}

    static byte[] write(List<KeyFile.Entry> entries, Password password) {
        try {
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            Set<X509Certificate> issuers = new LinkedHashSet<>();
            for (KeyFile.Entry entry : entries) {
                file.addData(keyBag(entry, encryptor(password)));
                file.addEncryptedData(encryptor(password), certificateBag(entry));
                issuers.addAll(entry.chain().subList(1, entry.chain().size()));
            }
            for (X509Certificate issuer : issuers)
                file.addEncryptedData(encryptor(password), bag(issuer).build());
            return file.build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(Providers.bouncyCastle())
                                    .setIterationCount(ITERATIONS),
                            password.chars())
                    .getEncoded();
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new IllegalStateException("the keys cannot be encoded", e);
        }
    }

    private static PKCS12SafeBag keyBag(KeyFile.Entry entry, OutputEncryptor encryptor) {
        PKCS12SafeBagBuilder bag =
                new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(entry.key().getEncoded()), encryptor);
        return named(bag, entry).build();
    }

    private static PKCS12SafeBag certificateBag(KeyFile.Entry entry) throws IOException {
        return named(bag(entry.certificate()), entry).build();
    }

    private static PKCS12SafeBagBuilder bag(X509Certificate certificate) throws IOException {
        return new PKCS12SafeBagBuilder(
                Certificate.getInstance(Certificates.encoded(certificate).toArray()));
    }

    /// Key and certificate find each other by the local key id; people and programs find them by the alias.
    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, KeyFile.Entry entry) {
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(entry.alias()))
                .addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                        new DEROctetString(
                                Certificates.digest(entry.certificate()).value().toArray()));
    }

    private static OutputEncryptor encryptor(Password password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setPRF(new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_hmacWithSHA256, org.bouncycastle.asn1.DERNull.INSTANCE))
                .setIterationCount(ITERATIONS)
                .setProvider(Providers.bouncyCastle())
                .build(password.chars());
    }
}
