package org.liaison.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "hub", description = "Release the hub's own counts, at its management port.")
final class StatisticsHub implements Callable<Integer> {

    private static final int DONE = 200;

    @Option(
            names = "--management",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8481",
            description = "The hub's management port; default ${DEFAULT-VALUE}.")
    private @Nullable URI management;

    @Mixin
    private final FigureQuestion asked = new FigureQuestion();

    @Mixin
    private final Figures output = new Figures();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        URI url = java.util.Objects.requireNonNull(management).resolve("/actuator/statistics");
        ObjectNode question = JsonMapper.shared().createObjectNode();
        asked.fields().forEach(question::put);
        HttpResponse<byte[]> response = ask(url, question.toString());
        Bytes body = Bytes.owned(response.body());
        if (response.statusCode() != DONE)
            throw new Failed(JsonMapper.shared()
                    .readTree(body.toArray())
                    .path("detail")
                    .asString("The hub refused with status " + response.statusCode() + "."));
        output.give(Figures.read(body, "What the hub answered"), Figures.paper(spec));
        return Exit.OK;
    }

    private static HttpResponse<byte[]> ask(URI url, String question) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(url)
                            .timeout(Duration.ofMinutes(10))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(question))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Failed("The hub's management port does not answer at " + url + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Broken off.");
        }
    }
}
