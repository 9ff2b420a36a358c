package org.liaison.certs;

import java.nio.file.Path;

/// Where things lie. `trust` is public and may be copied anywhere; everything else is secret.
///
/// Who reads `root` or `issuers` can make certificates; `root` may be a folder on a medium that is put away.
record PkiFolder(Path dir, Path root) {

    static PkiFolder in(Path dir) {
        return new PkiFolder(dir, dir.resolve("root"));
    }

    Path register() {
        return dir.resolve("register.jsonl");
    }

    Path trust() {
        return dir.resolve("trust");
    }

    Path logVkeys() {
        return trust().resolve("log.vkey");
    }

    Path witnessVkeys() {
        return trust().resolve("witnesses.vkeys");
    }

    Path keysOf(IssuerName issuer) {
        return issuer.equals(IssuerName.ROOT)
                ? root.resolve("root.p12")
                : dir.resolve("issuers").resolve(issuer.value()).resolve("issuer.p12");
    }

    Path certificateOf(IssuerName issuer) {
        String folder = issuer.equals(IssuerName.ROOT) ? "roots" : "issuers";
        return trust().resolve(folder).resolve(issuer + ".pem");
    }

    Path listOf(IssuerName issuer) {
        return trust().resolve("crl").resolve(issuer + ".crl");
    }

    /// Where the keys of an order lie unless the operator names another place.
    Path keysOf(Order order) {
        String name = order.name().replace('/', '_');
        return dir.resolve("issued").resolve(order.profile().code() + "-" + name + ".p12");
    }
}
