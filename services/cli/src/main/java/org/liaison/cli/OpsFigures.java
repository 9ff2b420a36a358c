package org.liaison.cli;

import static org.liaison.cli.Table.code;
import static org.liaison.cli.Table.count;
import static org.liaison.cli.Table.length;
import static org.liaison.cli.Table.moment;
import static org.liaison.cli.Table.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The console's counts at a terminal.
final class OpsFigures {

    private static final List<String> COUNTED = List.of("accepted", "handedOver", "refused", "failed", "opened");

    private OpsFigures() {}

    static void traffic(Paper paper, JsonNode picture) {
        paper.line("As of " + Paper.second(picture.path("at")) + "; counts are of the last hour");
        if (!picture.path("complete").asBoolean())
            paper.line("The log is still being read after a start: some of what waits is not known yet.");
        if (picture.path("missed").asLong() > 0)
            paper.line(Paper.text(picture.path("missed")) + " messages could not be counted.");
        if (picture.path("ways").isEmpty()) paper.line("Nothing went anywhere in the last 30 days.");
        else
            Table.print(
                    paper,
                    0,
                    picture.path("ways"),
                    text("corridor", "/corridor"),
                    code("lane", "/lane"),
                    count("under way", "/inFlight"),
                    moment("oldest", "/oldest"),
                    count("accepted", "/lastHour/accepted"),
                    count("handed over", "/lastHour/handedOver"),
                    count("refused", "/lastHour/refused"),
                    count("failed", "/lastHour/failed"),
                    length("half within", "/lastHour/latency/median"),
                    length("99 % within", "/lastHour/latency/p99"));
    }

    /// Only steps in which something happened.
    static void series(Paper paper, JsonNode series) {
        Instant from = Instant.parse(series.path("from").asString());
        Duration step = step(series.path("span").asString());
        paper.line("From " + Paper.second(series.path("from")) + ", in steps of "
                + Paper.length(JsonMapper.shared().getNodeFactory().stringNode(step.toString())));
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        int index = 0;
        for (JsonNode figures : series.path("steps")) {
            Instant at = from.plus(step.multipliedBy(index));
            JsonNode backlog = series.path("backlog").path(index++);
            if (COUNTED.stream().allMatch(name -> figures.path(name).asLong() == 0) && backlog.asLong(0) == 0) continue;
            ObjectNode row = rows.addObject().put("at", at.toString());
            row.set("figures", figures);
            if (backlog.isNumber()) row.set("backlog", backlog);
        }
        if (rows.isEmpty()) paper.line("Nothing happened in this time.");
        else
            Table.print(
                    paper,
                    0,
                    rows,
                    moment("since", "/at"),
                    count("accepted", "/figures/accepted"),
                    count("handed over", "/figures/handedOver"),
                    count("refused", "/figures/refused"),
                    count("failed", "/figures/failed"),
                    count("opened", "/figures/opened"),
                    length("half within", "/figures/latency/median"),
                    length("99 % within", "/figures/latency/p99"),
                    count("backlog", "/backlog"));
    }

    /// As the console's port has them.
    private static Duration step(String span) {
        return switch (span) {
            case "DAY" -> Duration.ofMinutes(15);
            case "MONTH" -> Duration.ofHours(6);
            default -> Duration.ofMinutes(1);
        };
    }

    static void deadlines(Paper paper, JsonNode due) {
        paper.line("Of the last " + Paper.text(due.path("days")) + " days");
        if (due.path("corridors").isEmpty()) paper.line("Nothing was due.");
        else
            Table.print(
                    paper,
                    0,
                    due.path("corridors"),
                    text("corridor", "/corridor"),
                    count("open", "/open"),
                    count("in time", "/inTime"),
                    count("late", "/late"),
                    count("missed", "/missed"));
        if (due.path("missed").isEmpty()) return;
        paper.line("");
        Table.print(
                paper,
                0,
                due.path("missed"),
                moment("due", "/due"),
                text("kind", "/kind"),
                text("from", "/from"),
                text("who must answer", "/by"),
                text("message", "/message"));
    }
}
