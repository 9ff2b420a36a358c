package org.liaison.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `liaison ops`: what the console shows, for a terminal. It only reads; pausing, releasing and the like are for
/// persons
/// who have signed in at the console.
@Command(
        name = "ops",
        description = {
            "Show what the hub's operators see, read at its management port.",
            "",
            "Begin with: liaison ops alerts"
        })
final class OpsCommand implements Callable<Integer> {

    private static final int DONE = 200;

    /// What can be asked for.
    enum View {
        TRAFFIC,
        SERIES,
        ROUTES,
        MAILBOXES,
        QUARANTINE,
        TRACE,
        CERTIFICATES,
        SNAPSHOTS,
        LOG,
        CHANGES,
        DEADLINES,
        EVENTS,
        ALERTS
    }

    /// Over which time [View#SERIES] counts.
    enum Span {
        HOUR,
        DAY,
        MONTH
    }

    @Parameters(index = "0", paramLabel = "VIEW", description = "One of: ${COMPLETION-CANDIDATES}.")
    private @Nullable View view;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MESSAGE", description = "For trace: the id of a message.")
    private @Nullable MessageId message;

    @Option(names = "--span", paramLabel = "SPAN", description = "For series: ${COMPLETION-CANDIDATES}.")
    private @Nullable Span span;

    @Option(names = "--corridor", paramLabel = "XC-XA", description = "For series: one corridor.")
    private @Nullable String corridor;

    @Option(names = "--json", description = "Print JSON.")
    private boolean asJson;

    @Option(
            names = "--management",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8481",
            description = "The hub's management port; default ${DEFAULT-VALUE}.")
    private @Nullable URI management;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String name = Objects.requireNonNull(view).name().toLowerCase(Locale.ROOT);
        if (view == View.TRACE && message == null) throw new UsageError("Name the message: liaison ops trace MESSAGE");
        JsonNode answer = ask(Objects.requireNonNull(management).resolve("/actuator/ops/" + name + query()));
        Paper paper = Figures.paper(spec);
        JsonNode shown = answer.path(name);
        if (asJson) paper.json(shown);
        else if (shown.isEmpty()) paper.line("Nothing yet.");
        else paper.form(answer, 0);
        return Exit.OK;
    }

    private String query() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("message", message);
        asked.put("span", span);
        asked.put("corridor", corridor);
        return asked.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static JsonNode ask(URI url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(2)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() == DONE) return answer;
            throw new Failed(
                    answer.path("detail").asString("The hub refused with status " + response.statusCode() + "."));
        } catch (IOException e) {
            throw new Failed("The hub's management port does not answer at " + url.resolve("/") + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Broken off.");
        }
    }
}
