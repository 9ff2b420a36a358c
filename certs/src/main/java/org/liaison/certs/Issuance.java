package org.liaison.certs;

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
        publishVkeys();
        return new Issued(p12, KeyBox.passwordFileOf(p12), certificatesFile, certificates);
    }

    /// The keys by which the log and its witnesses are known, one line each. A key that ended
    /// stays, for what it signed must stay provable; a key that was revoked leaves.
    void publishVkeys() {
        publishVkeys(Profile.LOG_KEY, folder.logVkeys());
        publishVkeys(Profile.WITNESS, folder.witnessVkeys());
    }

    private void publishVkeys(Profile profile, Path file) {
        List<Holding> keys = Holding.read(register.lines()).stream()
                .filter(holding -> holding.profile().equals(profile.code()))
                .toList();
        if (keys.isEmpty()) return;
        StringBuilder lines = new StringBuilder();
        for (Holding key : keys)
            if (key.revocation().isEmpty())
                lines.append(Vkey.line(profile, key)).append('\n');
        Vault.replace(file, Bytes.ofUtf8(lines.toString()));
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
