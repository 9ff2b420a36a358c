package org.liaison.certs;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.liaison.message.Country;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Make a new PKI: the root, the issuer of the hub's operator, empty revocation lists.")
final class Init extends Task {

    @Option(
            names = "--state",
            paramLabel = "XA",
            converter = Converters.OfCountry.class,
            description = "Make the issuer of this State too. May be repeated.")
    private List<Country> states = List.of();

    @Override
    void carryOut(PrintWriter out, Instant now) {
        Pki pki = Pki.create(dir(), root(), now);
        for (Country state : states) pki.issueIssuer(state, now);
        out.println("Made a PKI in " + dir());
        Listing.print(out, pki.holdings(), now);
        out.println("What everybody may have is in " + pki.trust());
        out.println("The root's key is in " + root() + ": move that folder to a place that is not on a network,");
        out.println("and name it with --root when an issuer is made or revoked.");
    }
}
