package org.liaison.certs;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.liaison.message.Country;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "issuer", description = "Make the issuer of a State. Needs the root's key.")
final class AddIssuer extends Task {

    @Parameters(
            paramLabel = "XA",
            arity = "1..*",
            converter = Converters.OfCountry.class,
            description = "The State, two capital letters (ISO 3166-1 alpha-2).")
    private List<Country> states = List.of();

    @Override
    void carryOut(PrintWriter out, Instant now) {
        Pki pki = pki();
        for (Country state : states) {
            Serial serial = Serial.of(pki.issueIssuer(state, now));
            Listing.print(
                    out,
                    pki.holdings().stream()
                            .filter(holding -> holding.serial().equals(serial))
                            .toList(),
                    now);
        }
    }
}
