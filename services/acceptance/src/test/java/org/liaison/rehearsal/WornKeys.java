package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liaison.certs.Holding;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.message.Country;

/// The demo's foundation, with a hub whose TLS certificate ends within a week.
final class WornKeys {

    private static final Duration VALIDITY = Duration.ofDays(397);
    private static final Duration LEFT = Duration.ofDays(7);

    private WornKeys() {}

    static void lay(DemoFolder folder) {
        Instant now = Instant.now();
        Instant issued = now.minus(VALIDITY).plus(LEFT);
        Foundation.lay(
                folder,
                (dir, _) -> {
                    Pki pki = Pki.create(dir, issued);
                    for (Country state : List.of(Cast.ORIGIN, Cast.TRANSIT, Cast.DESTINATION))
                        pki.issueIssuer(state, issued);
                    return pki;
                },
                now);
        Pki pki = Pki.open(folder.pki());
        Path keys = folder.hub().resolve("keys");
        try (DirectoryStream<Path> made = Files.newDirectoryStream(keys, "tls.*")) {
            for (Path file : made) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pki.renew(
                pki.holdings().stream()
                        .filter(holding -> holding.profile().equals(Profile.HUB_TLS.code()))
                        .map(Holding::serial)
                        .findFirst()
                        .orElseThrow(),
                keys.resolve("tls.p12"),
                issued);
    }
}
