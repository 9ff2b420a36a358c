package org.liaison.certs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Country;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "issue", description = "Make keys and certificates for somebody.")
final class Issue extends Task {

    @Parameters(
            index = "0",
            paramLabel = "PROFILE",
            converter = Converters.OfProfile.class,
            description = "authority, authority-classic, gateway-tls, hub-tls, hub-evidence, log-key, witness or"
                    + " administrator.")
    private @Nullable Profile profile;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "For whom: xa.police.antitrafficking, gateway-xa, hub, the origin of a log, a name.")
    private String name = "";

    @Option(
            names = "--state",
            paramLabel = "XA",
            converter = Converters.OfCountry.class,
            description = "Whose issuer signs (default: the State in the name, else the hub's operator).")
    private @Nullable Country state;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "DNS name or IP address of the server (hub-tls; default: localhost and 127.0.0.1). May be"
                    + " repeated.")
    private List<String> hosts = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE.p12",
            description = "Where the keys go (default: 'issued' in the folder of the PKI).")
    private @Nullable Path out;

    @Override
    void carryOut(PrintWriter paper, Instant now) {
        Pki pki = pki();
        Profile wanted = Objects.requireNonNull(profile);
        Order order = state == null ? Order.of(wanted, name) : Order.of(wanted, name, state);
        if (!hosts.isEmpty()) order = order.withHosts(hosts);
        Issued issued = pki.issue(order, out == null ? pki.placeFor(order) : out, now);
        Listing.printIssued(paper, pki, issued, now);
    }
}
