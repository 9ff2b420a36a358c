package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.message.report.ChangedLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators, and everybody, are told of a log that was changed.
class ConsoleLogTest extends ConsoleCrew {

    ConsoleLogTest(Crew crew) {
        super(crew);
    }

    @Test
    void a_gateway_that_proves_a_changed_log_is_named_to_operators_and_everybody_gets_the_proof() throws Exception {
        LogSigner signer = LogKeyFile.signer(
                new HubSettings.KeyAt(crew.town.key("log"), crew.town.folder.resolve("keys/log.password")),
                LogKeyFile.publicKeys(crew.town.pki.trust()));
        ChangedLog proof =
                new ChangedLog(Instant.now(), LogClaimsTest.note(signer, 2), LogClaimsTest.note(signer, 2), List.of());
        assertThat(cleo.get("/log").body()).contains("No gateway says that it saw a changed log.");
        try (Visitor visitor = Visitor.with(crew.town, hub.brokerPort(), Town.GATEWAY_XA)) {
            visitor.send(
                    "reports.gateway-xa",
                    UUID.randomUUID().toString(),
                    LogClaimsTest.report(Town.GATEWAY_XA, Optional.of(proof)).toJson());
            OperationsTest.await(() -> !hub.views().log().standing().claims().isEmpty());
        }
        assertThat(cleo.get("/log").body())
                .contains(
                        "gateway-xa",
                        "proved by the log’s own signatures",
                        proof.held().lines().toList().get(2));
        JsonNode claim = get(crew.cleos, "/log")
                .json()
                .path("log")
                .path("standing")
                .path("claims")
                .get(0);
        assertThat(claim.path("gateway").asString()).isEqualTo("gateway-xa");
        assertThat(claim.path("proven").asBoolean()).isTrue();
        try (HttpClient anybody = HttpClient.newHttpClient()) {
            HttpResponse<String> published = anybody.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.webPort() + "/log/disputes"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode dispute = JsonMapper.shared()
                    .readTree(published.body())
                    .path("disputes")
                    .get(0);
            assertThat(dispute.path("changedLog").path("held").asString()).isEqualTo(proof.held());
        }
    }
}
