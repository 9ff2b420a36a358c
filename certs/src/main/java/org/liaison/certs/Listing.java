package org.liaison.certs;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.liaison.message.StrictJson;
import org.liaison.seal.Certificates;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Certificates and lists as people and programs read them. Times are UTC.
final class Listing {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Listing() {}

    /// One paragraph for each bearer, one line for each key.
    static void print(PrintWriter out, Collection<Holding> holdings, Instant now) {
        String title = "";
        for (Holding holding : holdings) {
            String next = title(holding);
            if (!next.equals(title)) out.println(next);
            title = next;
            out.println(String.format(
                    Locale.ROOT,
                    "  %-8s %-13s until %s  %s",
                    holding.key(),
                    status(holding, now),
                    day(holding.certificate().getNotAfter().toInstant()),
                    holding.serial()));
        }
    }

    static void printWhole(PrintWriter out, Holding holding, Instant now) {
        out.println(title(holding));
        row(out, "serial", holding.serial().toString());
        row(out, "identity", String.join(", ", holding.names()));
        row(out, "subject", holding.certificate().getSubjectX500Principal().getName());
        row(out, "issuer", holding.certificate().getIssuerX500Principal().getName());
        row(
                out,
                "valid",
                holding.certificate().getNotBefore().toInstant() + " to "
                        + holding.certificate().getNotAfter().toInstant());
        row(
                out,
                "status",
                status(holding, now)
                        + holding.revocation()
                                .map(revocation -> " " + revocation.at() + ", " + revocation.reason())
                                .orElse(""));
        row(out, "key", holding.certificate().getPublicKey().getAlgorithm());
        row(out, "use", String.join(", ", KeyUses.names(holding.certificate().getKeyUsage())));
        row(out, "sha256", Certificates.digest(holding.certificate()).toHex());
    }

    static void printIssued(PrintWriter out, Pki pki, Issued issued, Instant now) {
        List<Serial> serials = issued.certificates().stream().map(Serial::of).toList();
        print(
                out,
                pki.holdings().stream()
                        .filter(holding -> serials.contains(holding.serial()))
                        .toList(),
                now);
        out.println("keys          " + issued.p12() + "  (secret)");
        out.println("password      " + issued.passwordFile() + "  (secret)");
        out.println("certificates  " + issued.certificatesFile());
    }

    static void printList(PrintWriter out, Path file) {
        X509CRL list = read(file);
        out.println("revocation list " + file);
        row(out, "issuer", list.getIssuerX500Principal().getName());
        row(out, "number", number(list).toString());
        row(
                out,
                "good",
                list.getThisUpdate().toInstant() + " to " + list.getNextUpdate().toInstant());
        List<X509CRLEntry> entries = entries(list);
        row(out, "revoked", entries.isEmpty() ? "nothing" : entries.size() + ":");
        for (X509CRLEntry entry : entries)
            row(
                    out,
                    "",
                    new Serial(entry.getSerialNumber()) + " "
                            + entry.getRevocationDate().toInstant() + " " + reason(entry));
    }

    static ObjectNode json(Holding holding, Instant now) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("serial", holding.serial().toString());
        json.put("profile", holding.profile()).put("key", holding.key()).put("name", holding.name());
        json.put("issuer", holding.issuer());
        ArrayNode names = json.putArray("subjectAlternativeNames");
        holding.names().forEach(names::add);
        json.put("subject", holding.certificate().getSubjectX500Principal().getName());
        json.put("algorithm", holding.certificate().getPublicKey().getAlgorithm());
        json.put("notBefore", holding.certificate().getNotBefore().toInstant().toString());
        json.put("notAfter", holding.certificate().getNotAfter().toInstant().toString());
        json.put("status", holding.status(now).name());
        holding.revocation()
                .ifPresent(revocation -> json.putObject("revocation")
                        .put("at", revocation.at().toString())
                        .put("reason", revocation.reason().code()));
        json.put("sha256", Certificates.digest(holding.certificate()).toHex());
        return json;
    }

    static ObjectNode json(Path file) {
        X509CRL list = read(file);
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("file", file.toString());
        json.put("issuer", list.getIssuerX500Principal().getName());
        json.put("number", number(list).longValueExact());
        json.put("thisUpdate", list.getThisUpdate().toInstant().toString());
        json.put("nextUpdate", list.getNextUpdate().toInstant().toString());
        ArrayNode revoked = json.putArray("revoked");
        for (X509CRLEntry entry : entries(list))
            revoked.addObject()
                    .put("serial", new Serial(entry.getSerialNumber()).toString())
                    .put("at", entry.getRevocationDate().toInstant().toString())
                    .put("reason", reason(entry));
        return json;
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    private static String title(Holding holding) {
        return holding.profile() + "  " + holding.name() + "  (issuer " + holding.issuer() + ")";
    }

    private static String status(Holding holding, Instant now) {
        return holding.status(now).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(PrintWriter out, String label, String value) {
        out.println(String.format(Locale.ROOT, "  %-9s %s", label, value));
    }

    private static X509CRL read(Path file) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(Vault.read(file).toArray()));
        } catch (GeneralSecurityException e) {
            throw new PkiRefused(file + " is not a revocation list", e);
        }
    }

    private static BigInteger number(X509CRL list) {
        byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
        return extension == null
                ? BigInteger.ZERO
                : ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                        .getValue();
    }

    private static List<X509CRLEntry> entries(X509CRL list) {
        var entries = list.getRevokedCertificates();
        if (entries == null) return List.of();
        return entries.stream()
                .map(X509CRLEntry.class::cast)
                .sorted(Comparator.comparing(X509CRLEntry::getRevocationDate))
                .toList();
    }

    private static String reason(X509CRLEntry entry) {
        return entry.getRevocationReason() == null
                ? "unspecified"
                : entry.getRevocationReason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
