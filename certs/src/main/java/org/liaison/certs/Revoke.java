package org.liaison.certs;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Revoke certificates for good, and publish the lists that say so.")
final class Revoke extends Task {

    @Parameters(
            paramLabel = "WHAT",
            arity = "1..*",
            description = "Serial numbers, or files that hold the certificates (.p12, .pem): all of a file.")
    private List<String> what = List.of();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            converter = Converters.OfReason.class,
            description = "keyCompromise, cACompromise, affiliationChanged, superseded, cessationOfOperation,"
                    + " privilegeWithdrawn or unspecified.")
    private @Nullable RevocationReason reason;

    @Override
    void carryOut(PrintWriter out, Instant now) {
        Pki pki = pki();
        Set<Serial> serials = new LinkedHashSet<>();
        what.forEach(one -> serials.addAll(Pointed.at(one).serials()));
        Set<IssuerName> lists = pki.revoke(serials, Objects.requireNonNull(reason), now);
        Listing.print(
                out,
                pki.holdings().stream()
                        .filter(holding -> serials.contains(holding.serial()))
                        .toList(),
                now);
        for (IssuerName list : lists) out.println("Published " + pki.listOf(list));
        out.println("Bring " + pki.trust().resolve("crl") + " to the hub and every gateway: until then they trust on.");
    }
}
