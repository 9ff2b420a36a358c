package org.liaison.certs;

import java.nio.file.Files;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.certs.RegisterLine.Certified;
import org.liaison.certs.RegisterLine.Listed;
import org.liaison.certs.RegisterLine.Revoked;
import org.liaison.seal.CertificateProfile;
import org.liaison.seal.Certificates;
import org.liaison.seal.KeyFile;

/// The root and the issuers below it: how they come about, where their keys lie, and the lists they publish.
record Issuers(PkiFolder folder, Register register) {

    private static final String ROOT = "root";
    private static final String ISSUING = "issuing";

    void makeRoot(Instant now) {
        Terms terms = Terms.of(ROOT);
        KeyTerms key = terms.keys().getFirst();
        KeyPair pair = key.kind().generate();
        CertificateAuthority itself =
                CertificateAuthority.beginning(Contents.rootName(), pair.getPublic(), pair.getPrivate());
        X509Certificate certificate = itself.certify(Contents.root(pair.getPublic(), terms), now);
        check(CertificateProfile.ROOT, certificate);
        deliver(IssuerName.ROOT, terms, pair, List.of(certificate), now);
    }

    X509Certificate make(IssuerName issuer, Instant now) {
        if (names().contains(issuer)) throw new PkiRefused("there is an issuer '" + issuer + "' already");
        Terms terms = Terms.of(ISSUING);
        CertificateAuthority root = open(IssuerName.ROOT);
        KeyPair pair = terms.keys().getFirst().kind().generate();
        X509Certificate certificate = root.certify(Contents.issuer(issuer, pair.getPublic(), terms), now);
        check(CertificateProfile.ISSUING, certificate);
        deliver(issuer, terms, pair, List.of(certificate, certificateOf(IssuerName.ROOT)), now);
        return certificate;
    }

    List<IssuerName> names() {
        return register.lines().stream()
                .flatMap(line -> line.certified().stream())
                .filter(line -> line.profile().equals(ROOT) || line.profile().equals(ISSUING))
                .map(line -> new IssuerName(line.name()))
                .distinct()
                .toList();
    }

    boolean areKeysAtHand(IssuerName issuer) {
        return Files.exists(folder.keysOf(issuer));
    }

    CertificateAuthority open(IssuerName issuer) {
        if (!names().contains(issuer))
            throw new PkiRefused("there is no issuer '" + issuer + "' here"
                    + issuer.state()
                            .map(state -> "; make it with 'liaison pki issuer " + state + "'")
                            .orElse(""));
        if (!areKeysAtHand(issuer))
            throw new PkiRefused("the key of the issuer '" + issuer + "' is not at " + folder.keysOf(issuer)
                    + (issuer.equals(IssuerName.ROOT) ? "; say with --root where the root's folder is" : ""));
        KeyFile.Entry entry = KeyBox.open(folder.keysOf(issuer))
                .entry(Terms.of(ISSUING).keys().getFirst().alias());
        return CertificateAuthority.of(entry.chain().getFirst(), entry.key());
    }

    X509Certificate certificateOf(IssuerName issuer) {
        return Certificates.readPem(folder.certificateOf(issuer)).getFirst();
    }

    /// Signs and publishes the issuer's revocation list under the next number.
    void publishList(IssuerName issuer, Instant now) {
        CertificateAuthority authority = open(issuer);
        List<RegisterLine> own = register.lines().stream()
                .filter(line -> line.issuer().equals(issuer))
                .toList();
        long number = 1 + own.stream().filter(Listed.class::isInstance).count();
        List<Revoked> revoked = own.stream()
                .filter(Revoked.class::isInstance)
                .map(Revoked.class::cast)
                .toList();
        Terms terms = Terms.of(issuer.equals(IssuerName.ROOT) ? ROOT : ISSUING);
        var list =
                authority.revocationList(number, revoked, terms.listValidity().orElseThrow(), now);
        register.append(List.of(new Listed(now, issuer, number)));
        Vault.publicFolder(folder.trust().resolve("crl"));
        Vault.replace(folder.listOf(issuer), Pem.ofRevocationList(list));
    }

    /// Nothing leaves this tool that the examiners would refuse.
    static void check(CertificateProfile row, X509Certificate certificate) {
        Optional<String> deviation = row.deviation(certificate);
        if (deviation.isPresent())
            throw new IllegalStateException(
                    "the profile in certs/profiles departs from " + row + ": " + deviation.get());
    }

    private void deliver(IssuerName issuer, Terms terms, KeyPair pair, List<X509Certificate> chain, Instant now) {
        String alias = terms.keys().getFirst().alias();
        IssuerName signer = IssuerName.ROOT;
        KeyFile.Entry entry = new KeyFile.Entry(alias, pair.getPrivate(), chain);
        try (KeyBox box = KeyBox.pack(folder.keysOf(issuer), List.of(entry))) {
            register.append(
                    List.of(Certified.of(now, signer, terms.profile(), alias, issuer.value(), chain.getFirst())));
            box.settle();
        }
        Vault.publicFolder(folder.trust().resolve("roots"));
        Vault.publicFolder(folder.trust().resolve("issuers"));
        Vault.publish(folder.certificateOf(issuer), Pem.ofCertificates(List.of(chain.getFirst())));
        publishList(issuer, now);
    }
}
