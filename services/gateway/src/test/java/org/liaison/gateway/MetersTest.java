package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.GATEWAY_XA;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.AuthorityCode;

/// What a metrics server gets from a gateway at work.
class MetersTest {

    private static final Pattern METER = Pattern.compile("liaison_[a-z_]+");
    private static final Path RULES = Path.of("..", "..", "docker", "monitoring", "gateway-alerts.yml");

    @TempDir
    Path folder;

    @Test
    void routes_outbox_and_link_are_told_at_the_management_port_alone_and_nobody_is_named() throws Exception {
        Network network = Network.get();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (GatewayProgram.Running gateway =
                GatewayProgram.start(Site.configuration(network, GATEWAY_XA, folder, port, ""))) {
            HttpResponse<String> answer = get(gateway.managementUrl());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("liaison_route_exchanges_total{route=\"gateway-dispatch\"}")
                    .contains("liaison_route_running{route=\"gateway-reception\"} 1.0")
                    .contains("liaison_gateway_outbox{lane=\"URGENT\"} 0.0")
                    .contains("liaison_gateway_connected 0.0")
                    .contains("liaison_gateway_database 1.0")
                    .contains("liaison_gateway_directory 1.0");
            Set<String> asked = new TreeSet<>();
            METER.matcher(Files.readString(RULES)).results().forEach(name -> asked.add(name.group()));
            assertThat(asked)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(name -> assertThat(answer.body()).containsPattern("(?m)^" + name + "[{ ]"));
            AuthorityCode authority = Network.SOCIAL_XA;
            assertThat(answer.body()).doesNotContain(authority.toString());
            assertThat(get(gateway.url()).statusCode()).isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> get(URI base) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(base.resolve("/actuator/prometheus")).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
