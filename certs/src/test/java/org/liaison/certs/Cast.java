package org.liaison.certs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.liaison.message.Country;

/// The States, bearers and moments of these tests.
final class Cast {

    static final Country XA = new Country("XA");
    static final Country XB = new Country("XB");
    static final String POLICE_OF_XA = "xa.police.antitrafficking";
    static final String POLICE_OF_XB = "xb.police.antitrafficking";
    static final String GATEWAY_OF_XA = "gateway-xa";
    static final String LOG = "liaison.example/test";

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant LISTS_RUN_OUT = NOW.plus(Duration.ofDays(7));
    static final Instant KEYS_RUN_OUT = NOW.plus(Duration.ofDays(730));

    private Cast() {}

    static Pki pkiOfTwoStates(Path dir) {
        Pki pki = Pki.create(dir.resolve("pki"), NOW);
        pki.issueIssuer(XA, NOW);
        pki.issueIssuer(XB, NOW);
        return pki;
    }

    /// The keys by which State XA signs certificates: what somebody who broke into its office holds.
    static CertificateAuthority stolenIssuerOfXa(Path dir) {
        PkiFolder folder = PkiFolder.in(dir.resolve("pki"));
        return new Issuers(folder, new Register(folder.register())).open(IssuerName.of(XA));
    }
}
