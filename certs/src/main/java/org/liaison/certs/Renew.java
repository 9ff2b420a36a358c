package org.liaison.certs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "renew",
        description = "Make new keys for the same identity. The old ones stay valid until they end or are revoked.")
final class Renew extends Task {

    @Parameters(
            paramLabel = "WHAT",
            description = "A serial number, or a file that holds the certificates (.p12, .pem).")
    private String what = "";

    @Option(
            names = "--out",
            paramLabel = "FILE.p12",
            description = "Where the new keys go (default: 'issued' in the folder of the PKI, with the date).")
    private @Nullable Path out;

    @Override
    void carryOut(PrintWriter paper, Instant now) {
        Pki pki = pki();
        Serial serial = Pointed.at(what).serials().getFirst();
        Issued issued = pki.renew(serial, out == null ? pki.placeForRenewal(serial, now) : out, now);
        Listing.printIssued(paper, pki, issued, now);
        Holding old = pki.holding(serial);
        paper.println("List the new certificates in the directory.");
        if (old.revocation().isEmpty())
            paper.println("The old keys stay valid until "
                    + Listing.day(old.certificate().getNotAfter().toInstant()) + ", unless you revoke them.");
    }
}
