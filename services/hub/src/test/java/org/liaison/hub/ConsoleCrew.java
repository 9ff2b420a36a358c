package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.console.port.Changes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators do, over HTTP, by forms and by programs: the same rights, the same entries in the audit log.
@ExtendWith(OpenCrew.class)
abstract class ConsoleCrew {

    static final String WHY = "the hub is mended";
    static final String NOBODYS_ROUTE = "hub-directory-watch";

    final Crew crew;
    final HubProgram.Running hub;
    final Guest ada;
    final Guest ben;
    final Guest cleo;
    final Guest dan;

    /// What a program was answered.
    record Said(int status, JsonNode json) {
        String detail() {
            return json.path("detail").asString("");
        }
    }

    ConsoleCrew(Crew crew) {
        this.crew = crew;
        this.hub = crew.hub;
        this.ada = crew.ada;
        this.ben = crew.ben;
        this.cleo = crew.cleo;
        this.dan = crew.dan;
    }

    /// What the audit log says that operators did.
    List<String> notes() {
        return changes().stream().map(Changes.Change::note).toList();
    }

    Changes.Change changeAt(long index) {
        return changes().stream()
                .filter(change -> change.index() == index)
                .findFirst()
                .orElseThrow();
    }

    List<Changes.Change> changes() {
        return hub.views().changes().since(Instant.now().minus(Duration.ofHours(1)));
    }

    Said get(String token, String path) throws Exception {
        return send(token, path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    Said post(String token, String path, String json) throws Exception {
        return send(token, path, "POST", HttpRequest.BodyPublishers.ofString(json));
    }

    /// What is no JSON.
    void download(String token, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://localhost:" + hub.consolePort() + "/api/v1" + path))
                                            .header("Authorization", "Bearer " + token)
                                            .POST(HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private Said send(String token, String path, String method, HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + hub.consolePort() + "/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(type)
                    .as(path + ": " + answer.statusCode() + " " + answer.body())
                    .startsWith(answer.statusCode() < 300 ? "application/json" : "application/problem+json");
            return new Said(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        }
    }
}
