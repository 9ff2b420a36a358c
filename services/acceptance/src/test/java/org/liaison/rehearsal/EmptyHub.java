package org.liaison.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.message.GatewayCode;

/// A hub on its first day: its keys are there, and nobody has come yet.
final class EmptyHub implements AutoCloseable {

    private static final String NO_ALERTS = "  alerts: {settles: 1h}\n";

    private final DemoFolder folder;
    private final OneMachine machine;
    private final Ports ports;

    /// With the keys and snapshots of another folder.
    EmptyHub(DemoFolder like, Path dir) throws IOException {
        folder = new DemoFolder(dir);
        copy(like.pki(), folder.pki());
        copy(like.hub().resolve("keys"), folder.hub().resolve("keys"));
        Files.copy(like.directory(), folder.directory());
        Files.copy(like.rulebook(), folder.rulebook());
        for (GatewayCode code : Cast.gateways()) Files.createDirectories(folder.gateway(code));
        ports = Configurations.write(folder);
        Desks.append(folder.hubConfiguration(), NO_ALERTS);
        machine = OneMachine.start(folder, List.of());
    }

    URI console() {
        return URI.create("http://localhost:" + ports.console());
    }

    String enrolmentLink() {
        return folder.enrolmentLink(folder.hub()).orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                Files.createDirectories(copy.resolveSibling("."));
                if (!Files.isDirectory(one)) Files.copy(one, copy);
            }
        }
    }

    @Override
    public void close() {
        machine.close();
    }
}
