package org.liaison.seal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.liaison.message.Bytes;

/// A small chancery that issues what the tests need, right and wrong, and publishes a trust folder.
final class Chancery {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration GRACE = Duration.ofHours(12);
    static final Instant LISTS_END = NOW.plus(Duration.ofDays(2));

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    final Path folder;
    final Ca root;
    final Ca xa;
    final Ca xb;
    final Ca operator;
    private final Map<Ca, List<BigInteger>> revoked = new HashMap<>();

    /// One CA: its certificate, its key and the name it issues under.
    record Ca(X509Certificate certificate, KeyPair keys, String name) {}

    /// What goes into a certificate; the withers make it wrong.
    record Request(
            CertificateProfile profile,
            String uri,
            Instant from,
            Instant until,
            int keyUsage,
            String extendedKeyUsage) {

        static Request of(CertificateProfile profile, String name) {
            return new Request(
                    profile,
                    profile.uri(name),
                    NOW.minus(Duration.ofDays(1)),
                    NOW.plus(Duration.ofDays(90)),
                    profile.keyUsage(),
                    profile.extendedKeyUsage().orElse(""));
        }

        Request withUntil(Instant instant) {
            return new Request(profile, uri, from, instant, keyUsage, extendedKeyUsage);
        }

        Request withKeyUsage(int bits) {
            return new Request(profile, uri, from, until, bits, extendedKeyUsage);
        }

        Request withExtendedKeyUsage(String oid) {
            return new Request(profile, uri, from, until, keyUsage, oid);
        }
    }

    Chancery(Path folder) {
        this.folder = folder;
        this.root = root("CN=Test root");
        this.xa = issuer(root, "xa");
        this.xb = issuer(root, "xb");
        this.operator = issuer(root, CertificateProfile.OPERATOR);
        publish("roots", "root.pem", pem(root.certificate()));
        for (Ca ca : List.of(xa, xb, operator)) publish("issuers", ca.name() + ".pem", pem(ca.certificate()));
        publishLists(1, NOW.minus(Duration.ofHours(1)), LISTS_END);
    }

    static Ca root(String subject) {
        KeyPair keys = CertificateProfile.ROOT.key().generate();
        return new Ca(certificate(Request.of(CertificateProfile.ROOT, ""), subject, keys, null, keys), keys, "");
    }

    static Ca issuer(Ca root, String name) {
        KeyPair keys = CertificateProfile.ISSUING.key().generate();
        return new Ca(
                certificate(Request.of(CertificateProfile.ISSUING, name), "CN=Issuer " + name, keys, root, root.keys()),
                keys,
                name);
    }

    KeyFile.Entry issue(Ca ca, CertificateProfile profile, String name) {
        return issue(ca, Request.of(profile, name));
    }

    KeyFile.Entry issue(Ca ca, Request request) {
        KeyPair keys = request.profile().key().generate();
        X509Certificate certificate = certificate(request, "CN=" + request.profile(), keys, ca, ca.keys());
        return new KeyFile.Entry(request.profile().alias(), keys.getPrivate(), List.of(certificate, ca.certificate()));
    }

    /// Signing keys of both kinds and a key to encrypt to, through a real key file.
    KeyFile authority(Ca ca, String code, CertificateProfile encrypt) {
        return file(
                issue(ca, CertificateProfile.AUTHORITY_SIGN, code),
                issue(ca, CertificateProfile.AUTHORITY_SIGN_PQ, code),
                issue(ca, encrypt, code));
    }

    KeyFile file(KeyFile.Entry... entries) {
        Path p12 = folder.resolve("keys-" + SERIAL.incrementAndGet() + ".p12");
        Password password = Password.generate();
        KeyFile.save(p12, password, List.of(entries));
        return KeyFile.open(p12, password);
    }

    void revoke(Ca ca, X509Certificate certificate) {
        revoked.computeIfAbsent(ca, _ -> new ArrayList<>()).add(certificate.getSerialNumber());
    }

    void publishLists(long number, Instant from, Instant until) {
        for (Ca ca : List.of(root, xa, xb, operator))
            publish("crl", ca.name() + "ca.crl", list(ca, number, from, until));
    }

    void withdrawList(Ca ca) {
        try {
            Files.delete(folder.resolve("crl").resolve(ca.name() + "ca.crl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] list(Ca ca, long number, Instant from, Instant until) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(subject(ca.certificate()), Date.from(from));
            list.setNextUpdate(Date.from(until));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            for (BigInteger serial : revoked.getOrDefault(ca, List.of()))
                list.addCRLEntry(serial, Date.from(from), CRLReason.keyCompromise);
            return list.build(signer(ca.keys())).getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(Request request, String subject, KeyPair keys, Ca ca, KeyPair signing) {
        try {
            X500Name name = new X500Name(subject);
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    ca == null ? name : subject(ca.certificate()),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(request.from()),
                    Date.from(request.until()),
                    name,
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            CertificateProfile profile = request.profile();
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(request.keyUsage()));
            if (profile.isCa())
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(profile.pathLength()));
            if (!request.extendedKeyUsage().isEmpty())
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(
                                KeyPurposeId.getInstance(new ASN1ObjectIdentifier(request.extendedKeyUsage()))));
            if (profile != CertificateProfile.ROOT)
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, request.uri())));
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(signing.getPublic()));
            return Certificates.read(Bytes.owned(builder.build(signer(signing)).getEncoded()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pem(X509Certificate... certificates) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (X509Certificate certificate : certificates) pem.writeObject(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static ContentSigner signer(KeyPair keys) throws Exception {
        return new JcaContentSignerBuilder("SHA384withECDSA")
                .setProvider(Providers.bouncyCastle())
                .build(keys.getPrivate());
    }

    private void publish(String kind, String name, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(kind));
            Files.write(folder.resolve(kind).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
