package org.liaison.certs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liaison.certs.RegisterLine.Certified;
import org.liaison.message.Bytes;
import org.liaison.seal.KeyFile;

/// Carries out orders: makes keys, has them certified, writes the register, delivers.
record Issuance(PkiFolder folder, Register register, Issuers issuers) {

    Issued carryOut(Order order, Path p12, Instant now) {
        KeyBox.refuseToOverwrite(p12);
        List<KeyFile.Entry> entries = makeKeys(order, now);
        List<X509Certificate> certificates =
                entries.stream().map(entry -> entry.chain().getFirst()).toList();
        try (KeyBox box = KeyBox.pack(p12, entries)) {
            register.append(entries.stream()
                    .map(entry -> Certified.of(
                            now,
                            order.issuer(),
                            order.profile().code(),
                            entry.alias(),
                            order.name(),
                            entry.chain().getFirst()))
                    .toList());
            box.settle();
        }
        Path certificatesFile = KeyBox.certificatesFileOf(p12);
        Vault.publish(certificatesFile, Pem.ofCertificates(certificates));
        if (order.profile() == Profile.LOG_KEY) publishVkeys(now);
        return new Issued(p12, KeyBox.passwordFileOf(p12), certificatesFile, certificates);
    }

    /// The keys by which the log is known: those of all valid certificates of profile log-key, one line each.
    void publishVkeys(Instant now) {
        StringBuilder lines = new StringBuilder();
        for (Holding holding : Holding.read(register.lines())) {
            if (!holding.profile().equals(Profile.LOG_KEY.code()) || holding.status(now) != Holding.Status.VALID)
                continue;
            KeyTerms key = Profile.LOG_KEY.terms().keys().stream()
                    .filter(terms -> terms.alias().equals(holding.key()))
                    .findFirst()
                    .orElseThrow();
            lines.append(Vkey.line(holding.name(), key.kind(), holding.certificate()))
                    .append('\n');
        }
        Vault.replace(folder.vkeys(), Bytes.of(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private List<KeyFile.Entry> makeKeys(Order order, Instant now) {
        Terms terms = order.profile().terms();
        CertificateAuthority authority = issuers.open(order.issuer());
        X509Certificate issuer = issuers.certificateOf(order.issuer());
        List<KeyFile.Entry> entries = new ArrayList<>();
        for (KeyTerms key : terms.keys()) {
            KeyPair pair = key.kind().generate();
            X509Certificate certificate = authority.certify(Contents.holder(order, key, pair.getPublic(), terms), now);
            if (!order.profile().rows().isEmpty())
                Issuers.check(order.profile().rows().get(entries.size()), certificate);
            entries.add(new KeyFile.Entry(key.alias(), pair.getPrivate(), List.of(certificate, issuer)));
        }
        return entries;
    }
}
