package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;

/// Writes the programs' configuration files as an operator would: everything that has a default is left to it. They are
/// written anew at each start, because the ports may be others.
public final class Configurations {

    private Configurations() {}

    public static Ports write(DemoFolder folder) {
        Ports ports = Ports.choose();
        write(folder.hubConfiguration(), hub(ports));
        for (GatewayCode code : Cast.gateways()) write(folder.gatewayConfiguration(code), gateway(code, ports));
        return ports;
    }

    private static String hub(Ports ports) {
        return """
                # The hub of the demo. Paths are relative to this file.
                hub:
                  data: data
                  trust: ../pki/trust
                  directory: ../directory.p7m
                  rulebook: ../rulebook.p7m
                  keys:
                    evidence: {file: keys/evidence.p12, password-file: keys/evidence.password}
                    tls: {file: keys/tls.p12, password-file: keys/tls.password}
                  log:
                    key: {file: keys/log.p12, password-file: keys/log.password}
                  broker: {port: %d}
                  web: {port: %d, management-port: %d}
                  console: {port: %d, enrolment-file: enrolment}
                """.formatted(ports.broker(), ports.log(), ports.health(), ports.console());
    }

    private static String gateway(GatewayCode code, Ports ports) {
        StringBuilder yaml = new StringBuilder("""
                # A gateway of the demo. Paths are relative to this file.
                gateway:
                  code: %s
                  data: data
                  trust: ../pki/trust
                  directory: ../directory.p7m
                  rulebook: ../rulebook.p7m
                  token-file: token
                  hub:
                    host: 127.0.0.1
                    port: %d
                    tls: {file: keys/tls.p12, password-file: keys/tls.password}
                    log-url: "http://127.0.0.1:%d"
                  web: {port: %d, management-port: 0}
                  desk: {enrolment-file: enrolment}
                  # Oftener than the default, so that who tries it need not wait for the word "witnessed".
                  witness: {key: {file: keys/witness.p12, password-file: keys/witness.password}, every: 5s}
                  authorities:
                """.formatted(code, ports.broker(), ports.log(), ports.of(code)));
        for (AuthorityCode authority : Cast.authoritiesAt(code))
            yaml.append("    - {code: %s, keys: {file: keys/%s.p12, password-file: keys/%s.password}}%n"
                    .formatted(authority, authority, authority));
        return yaml.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
