package org.liaison.cli;

import static org.liaison.cli.Table.count;
import static org.liaison.cli.Table.text;
import static org.liaison.cli.Table.worded;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What a gateway says of itself, at a terminal.
final class OpsGateways {

    private OpsGateways() {}

    static void gateway(Paper paper, JsonNode gateway) {
        JsonNode report = gateway.path("report");
        paper.line(gateway.path("gateway").asString() + "  " + Paper.list(gateway.path("states")) + "  "
                + Paper.plain(gateway.path("standing")));
        paper.fact("last report", Paper.second(gateway.path("heard")));
        if (report.isObject()) {
            paper.fact("clock", off(gateway.path("clockAhead")));
            paper.fact(
                    "program",
                    Paper.text(report.path("program")) + ", since " + Paper.second(report.path("startedAt")));
            paper.fact(
                    "outbox",
                    report.path("outbox").valueStream().map(OpsGateways::lane).collect(Collectors.joining("; ")));
            paper.fact("database", Paper.plain(report.path("database")));
            paper.fact("disk", Paper.plain(report.path("disk")));
            paper.fact(
                    "in force",
                    "directory " + Paper.text(report.path("directory")) + ", rulebook "
                            + Paper.text(report.path("rulebook")));
            paper.fact("certificate", "until " + Paper.second(report.path("certificateUntil")));
        }
        if (gateway.path("refused").asLong() > 0) paper.fact("refused reports", Paper.text(gateway.path("refused")));
        tested(gateway.path("tested")).ifPresent(test -> paper.fact("last test", test));
        if (!report.path("routes").isEmpty())
            Table.print(
                    paper,
                    2,
                    report.path("routes"),
                    text("route", "/id"),
                    worded("state", route -> route.path("running").asBoolean() ? "runs" : "stands still"),
                    count("batches", "/exchanges"),
                    count("faults", "/failed"),
                    worded("last fault", OpsGateways::fault));
        paper.line("");
    }

    private static String lane(JsonNode lane) {
        long oldest = lane.path("oldestSeconds").asLong(-1);
        return Paper.plain(lane.path("lane")) + " " + Paper.text(lane.path("depth"))
                + (oldest < 0 ? "" : ", oldest " + oldest + " s");
    }

    private static String off(JsonNode ahead) {
        boolean behind = ahead.asString("").contains("-");
        return Paper.length(ahead) + (behind ? " behind" : " ahead");
    }

    private static Optional<String> tested(JsonNode test) {
        if (!test.isObject()) return Optional.empty();
        JsonNode echoed = test.path("echoed");
        return Optional.of(Paper.second(test.path("at")) + " by " + Paper.text(test.path("by")) + ": "
                + Paper.plain(test.path("stage"))
                + (echoed.isObject() ? " after " + Paper.length(echoed.path("roundTrip")) : ""));
    }

    /// The last fault of a route, the hub's own or a gateway's.
    static String fault(JsonNode route) {
        JsonNode last = route.path("lastFailure");
        return last.isObject() ? last.path("fault").asString() + " at " + Paper.second(last.path("at")) : "-";
    }
}
