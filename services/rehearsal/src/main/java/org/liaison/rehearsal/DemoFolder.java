package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.client.ClientFile;

/// Where a demo keeps what. Everything here is made by the demo; deleting the folder forgets it all.
public record DemoFolder(Path root) {

    public DemoFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path pki() {
        return root.resolve("pki");
    }

    /// Roots, issuers, revocation lists and the log's public keys: what anyone may have.
    public Path trust() {
        return pki().resolve("trust");
    }

    public Path directory() {
        return root.resolve("directory.p7m");
    }

    public Path rulebook() {
        return root.resolve("rulebook.p7m");
    }

    public Path hub() {
        return root.resolve("hub");
    }

    public Path hubConfiguration() {
        return hub().resolve("hub.yaml");
    }

    public Path gateway(GatewayCode code) {
        return root.resolve(code.value());
    }

    public Path gatewayConfiguration(GatewayCode code) {
        return gateway(code).resolve("gateway.yaml");
    }

    public Path keysOf(AuthorityCode authority) {
        return gateway(Cast.gatewayOf(authority)).resolve("keys").resolve(authority + ".p12");
    }

    public Path token(GatewayCode code) {
        return gateway(code).resolve("token");
    }

    /// Where the first administrator of a program enrols, by the program's folder; absent once somebody has.
    public Optional<String> enrolmentLink(Path program) {
        Path file = program.resolve("enrolment");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path client() {
        return root.resolve(ClientFile.NAME);
    }

    public Path logs() {
        return root.resolve("log");
    }

    Path lock() {
        return root.resolve("demo.lock");
    }

    Path administrators() {
        return root.resolve("administrators");
    }
}
