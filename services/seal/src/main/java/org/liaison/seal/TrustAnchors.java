package org.liaison.seal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the trust folder said when it was read: roots, the issuers below them, and the newest revocation list of each.
/// Immutable; a new reading makes a new one.
record TrustAnchors(List<X509Certificate> roots, List<Issuer> issuers, Map<X509Certificate, RevocationList> lists) {

    /// An issuing CA, the name it issues under, and the root that vouches for it.
    record Issuer(X509Certificate certificate, String name, X509Certificate root) {}

    static TrustAnchors read(Path folder) {
        List<X509Certificate> roots = certificates(folder.resolve("roots"), "*.pem");
        if (roots.isEmpty()) throw new KeyUnreachable("there is no root certificate in " + folder.resolve("roots"));
        for (X509Certificate root : roots) {
            CertificateProfile.ROOT.deviation(root).ifPresent(what -> refuse("a root", folder, what));
            if (!signed(root, root)) refuse("a root", folder, "it is not signed by itself");
        }
        List<Issuer> issuers = new ArrayList<>();
        for (X509Certificate issuer : certificates(folder.resolve("issuers"), "*.pem"))
            issuers.add(issuer(issuer, roots, folder));
        Map<X509Certificate, RevocationList> lists = new HashMap<>();
        for (Path file : files(folder.resolve("crl"), "*.crl")) {
            roots.forEach(root -> newest(lists, root, file));
            issuers.forEach(issuer -> newest(lists, issuer.certificate(), file));
        }
        return new TrustAnchors(List.copyOf(roots), List.copyOf(issuers), Map.copyOf(lists));
    }

    /// Who really signed this certificate.
    Optional<Issuer> issuerOf(X509Certificate certificate) {
        return issuers.stream()
                .filter(issuer -> signed(certificate, issuer.certificate()))
                .findFirst();
    }

    Optional<RevocationList> listOf(X509Certificate issuer) {
        return Optional.ofNullable(lists.get(issuer));
    }

    private static Issuer issuer(X509Certificate issuer, List<X509Certificate> roots, Path folder) {
        CertificateProfile.ISSUING.deviation(issuer).ifPresent(what -> refuse("an issuer", folder, what));
        return roots.stream()
                .filter(root -> signed(issuer, root))
                .findFirst()
                .map(root -> new Issuer(
                        issuer, CertificateProfile.ISSUING.nameIn(issuer).orElseThrow(), root))
                .orElseThrow(() -> new KeyUnreachable(
                        "an issuer in " + folder + " is not signed by a root there: " + issuer.getSerialNumber()));
    }

    private static void newest(Map<X509Certificate, RevocationList> lists, X509Certificate issuer, Path file) {
        RevocationList.read(file, issuer)
                .ifPresent(list -> lists.merge(
                        issuer, list, (old, other) -> old.number().compareTo(other.number()) >= 0 ? old : other));
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) return false;
        try {
            certificate.verify(issuer.getPublicKey(), Providers.bouncyCastle());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void refuse(String what, Path folder, String why) {
        throw new KeyUnreachable(what + " in " + folder + " cannot be trusted: " + why);
    }

    private static List<X509Certificate> certificates(Path folder, String glob) {
        return files(folder, glob).stream()
                .flatMap(file -> Certificates.readPem(file).stream())
                .toList();
    }

    private static List<Path> files(Path folder, String glob) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) return files;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new KeyUnreachable("cannot read the trust folder " + folder, e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }
}
