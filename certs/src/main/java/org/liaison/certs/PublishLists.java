package org.liaison.certs;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "crl",
        description = {
            "Publish fresh revocation lists of every issuer whose key is at hand.",
            "Run it before the lists run out (7 days; the root's 180): after that, examiners refuse everybody."
        })
final class PublishLists extends Task {

    @Override
    void carryOut(PrintWriter out, Instant now) {
        Pki pki = pki();
        List<IssuerName> published = pki.publishCrls(now);
        for (IssuerName issuer : published) Listing.printList(out, pki.listOf(issuer));
        for (IssuerName issuer : pki.issuers())
            if (!published.contains(issuer))
                out.println("Not published: the list of '" + issuer + "', whose key is not here.");
    }
}
