package org.liaison.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liaison.certs.Profile;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;

/// A gateway's folder, with its configuration file as an operator writes it.
final class Site {

    private Site() {}

    static Path configuration(Network network, GatewayCode gateway, Path folder, int brokerPort, String more)
            throws IOException {
        Files.createDirectories(folder);
        GatewaySettings.KeyAt tls = network.keyAt(Profile.GATEWAY_TLS, gateway.value());
        StringBuilder yaml = new StringBuilder("""
                gateway:
                  code: %s
                  data: data
                  trust: %s
                  directory: %s
                  rulebook: %s
                  token-file: token
                  hub:
                    host: 127.0.0.1
                    port: %d
                    tls: {file: %s, password-file: %s}
                  web: {port: 0, management-port: 0}
                %s  authorities:
                """.formatted(
                        gateway,
                        network.trust(),
                        network.folder.resolve("directory.p7m"),
                        network.folder.resolve("rulebook.p7m"),
                        brokerPort,
                        tls.file(),
                        tls.passwordFile(),
                        more));
        for (AuthorityCode authority : Network.at(gateway)) {
            GatewaySettings.KeyAt keys = network.keyAt(authority);
            yaml.append("    - {code: %s, keys: {file: %s, password-file: %s}}\n"
                    .formatted(authority, keys.file(), keys.passwordFile()));
        }
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, yaml);
        return file;
    }
}
