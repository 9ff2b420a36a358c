package org.liaison.certs;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.liaison.certs.CertificateAuthority.Content;
import org.liaison.seal.CertificateProfile;

/// What stands in each certificate (RFC 5280 §4.2), composed from the terms of its profile.
///
/// Subjects begin with the part that the issuer's name constraint permits: `C=XA` for a State, `O=Liaison operator` for
/// the operator of the hub. URIs cannot be constrained this way, because ours have no host; there the rule holds that
/// an identity belongs to its issuer, which this tool and every examiner check.
final class Contents {

    private static final String SYSTEM = "Liaison";
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private Contents() {}

    static X500Name rootName() {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, SYSTEM)
                .addRDN(BCStyle.CN, SYSTEM + " root")
                .build();
    }

    static Content root(PublicKey key, Terms terms) {
        ExtensionsGenerator extensions = uses(terms.keys().getFirst());
        add(extensions, Extension.basicConstraints, true, new BasicConstraints(CertificateProfile.ROOT.pathLength()));
        return new Content(Serial.random(), rootName(), key, extensions.generate(), terms.validity());
    }

    static Content issuer(IssuerName issuer, PublicKey key, Terms terms) {
        ExtensionsGenerator extensions = uses(terms.keys().getFirst());
        add(
                extensions,
                Extension.basicConstraints,
                true,
                new BasicConstraints(CertificateProfile.ISSUING.pathLength()));
        GeneralSubtree own = new GeneralSubtree(new GeneralName(start(issuer).build()));
        add(extensions, Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {own}, null));
        String identity = terms.identity().orElseThrow() + ":" + issuer;
        add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(uri(identity)));
        X500Name subject =
                start(issuer).addRDN(BCStyle.CN, SYSTEM + " issuer " + issuer).build();
        return new Content(Serial.random(), subject, key, extensions.generate(), terms.validity());
    }

    static Content holder(Order order, KeyTerms keyTerms, PublicKey key, Terms terms) {
        ExtensionsGenerator extensions = uses(keyTerms);
        List<GeneralName> names = new ArrayList<>();
        names.add(uri(order.identity()));
        order.hosts().forEach(host -> names.add(host(host)));
        add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        X500Name subject =
                start(order.issuer()).addRDN(BCStyle.CN, order.name()).build();
        return new Content(Serial.random(), subject, key, extensions.generate(), terms.validity());
    }

    private static X500NameBuilder start(IssuerName issuer) {
        return issuer.state()
                .map(state -> new X500NameBuilder().addRDN(BCStyle.C, state.code()))
                .orElseGet(() -> new X500NameBuilder().addRDN(BCStyle.O, SYSTEM + " " + issuer));
    }

    private static ExtensionsGenerator uses(KeyTerms terms) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        add(extensions, Extension.keyUsage, true, new KeyUsage(terms.useBits()));
        KeyPurposeId[] purposes = terms.purposes().stream()
                .map(purpose -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose)))
                .toArray(KeyPurposeId[]::new);
        if (purposes.length > 0) add(extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        return extensions;
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    private static GeneralName host(String host) {
        return IP_ADDRESS.matcher(host).matches()
                ? new GeneralName(GeneralName.iPAddress, host)
                : new GeneralName(GeneralName.dNSName, host);
    }

    private static void add(
            ExtensionsGenerator extensions, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(oid, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException("an extension that cannot be encoded", e);
        }
    }
}
