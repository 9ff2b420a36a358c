package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.GatewayCode;

/// Hub and gateway say what is away, by a sentence, for as long as it is away; and that they are
/// alive all the time, because a restart would not help.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {

    private static final GatewayCode GATEWAY = Cast.gatewayOf(Cast.ORIGIN);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 20;
    private static final String READY = "/actuator/health/readiness";
    private static final String ALIVE = "/actuator/health/liveness";
    private static final String LINK = "/actuator/health/link";

    private final HttpClient http = HttpClient.newHttpClient();
    private Database hubsServer;
    private Database gatewaysServer;
    private Cable hubToDatabase;
    private Cable gatewayToDatabase;
    private Cable gatewayToHub;
    private Programs programs;
    private int hub;
    private int gateway;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        DemoFolder folder = new DemoFolder(root.resolve("state"));
        Demo.prepare(folder);
        Ports ports = Configurations.write(folder);
        hubsServer = server(root.resolve("hubs-server"));
        gatewaysServer = server(root.resolve("gateways-server"));
        hubToDatabase = new Cable(portOf(hubsServer));
        gatewayToDatabase = new Cable(portOf(gatewaysServer));
        gatewayToHub = new Cable(ports.broker());
        hub = ports.health();
        gateway = Ports.free(1).getFirst();

        Files.writeString(
                folder.hubConfiguration(),
                database(hubToDatabase, root.resolve("hubs-server")),
                StandardOpenOption.APPEND);
        Path configuration = folder.gatewayConfiguration(GATEWAY);
        Files.writeString(
                configuration,
                Files.readString(configuration)
                                .replace("port: " + ports.broker() + "\n", "port: " + gatewayToHub.entrance() + "\n")
                                .replace("management-port: 0", "management-port: " + gateway)
                        + database(gatewayToDatabase, root.resolve("gateways-server")));
        programs = OneMachine.start(folder, List.of(GATEWAY));
    }

    private static Database server(Path folder) {
        return Database.open(new DatabaseSettings(Optional.empty(), "liaison", Optional.empty(), folder, CONNECTIONS));
    }

    private static int portOf(Database server) {
        return URI.create(server.url().substring("jdbc:".length())).getPort();
    }

    private static String database(Cable cable, Path server) {
        return "  database: {url: \"jdbc:postgresql://127.0.0.1:%d/postgres\", password-file: %s}%n"
                .formatted(cable.entrance(), server.resolve("postgresql/password"));
    }

    @AfterAll
    void stop() throws IOException {
        if (programs != null) programs.close();
        for (Cable cable : List.of(hubToDatabase, gatewayToDatabase, gatewayToHub)) cable.close();
        hubsServer.close();
        gatewaysServer.close();
        http.close();
    }

    @Test
    void a_hub_without_its_database_is_unready_until_it_has_it_again() {
        assertGoesAndComes(hub, READY, hubToDatabase, "The database does not answer.");
    }

    @Test
    void a_gateway_without_its_database_is_unready_until_it_has_it_again() {
        assertGoesAndComes(gateway, READY, gatewayToDatabase, "\"database\":\"cannot be reached\"");
    }

    @Test
    void a_gateway_without_the_hub_says_so_and_stays_ready_for_officers_for_post_waits_in_the_outbox() {
        await(gateway, LINK, 200);
        gatewayToHub.cut();
        await(gateway, LINK, 503);
        assertThat(get(gateway, LINK).body()).contains("\"problem\":");
        assertThat(get(gateway, READY).statusCode()).isEqualTo(200);
        assertThat(get(gateway, ALIVE).statusCode()).isEqualTo(200);
        gatewayToHub.mend();
        await(gateway, LINK, 200);
    }

    private void assertGoesAndComes(int port, String health, Cable cable, String sentence) {
        await(port, health, 200);
        cable.cut();
        await(port, health, 503);
        assertThat(get(port, health).body()).contains(sentence);
        assertThat(get(port, ALIVE).statusCode()).isEqualTo(200);
        cable.mend();
        await(port, health, 200);
    }

    private void await(int port, String path, int status) {
        Patience.await(
                path + " at " + port + " to say " + status,
                LIMIT,
                () -> Optional.of(get(port, path)).filter(answer -> answer.statusCode() == status));
    }

    private HttpResponse<String> get(int port, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
