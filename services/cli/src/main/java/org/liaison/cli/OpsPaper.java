package org.liaison.cli;

import static org.liaison.cli.Table.count;
import static org.liaison.cli.Table.moment;
import static org.liaison.cli.Table.text;
import static org.liaison.cli.Table.worded;
import static org.liaison.cli.Table.yes;

import tools.jackson.databind.JsonNode;

/// What the views of the console look like at a terminal. Programs ask for `--json`.
final class OpsPaper {

    private final Paper paper;

    OpsPaper(Paper paper) {
        this.paper = paper;
    }

    void show(String view, JsonNode shown) {
        if (shown.isEmpty()) {
            paper.line("Nothing yet.");
            return;
        }
        switch (view) {
            case "traffic" -> OpsFigures.traffic(paper, shown);
            case "series" -> OpsFigures.series(paper, shown);
            case "deadlines" -> OpsFigures.deadlines(paper, shown);
            case "routes" -> routes(shown);
            case "gateways" -> shown.forEach(gateway -> OpsGateways.gateway(paper, gateway));
            case "mailboxes" -> mailboxes(shown);
            case "quarantine" -> quarantine(shown);
            case "trace" -> shown.forEach(step -> OpsLog.step(paper, step));
            case "log" -> OpsLog.log(paper, shown);
            default -> OpsLists.list(paper, view, shown);
        }
    }

    private void routes(JsonNode routes) {
        Table.print(
                paper,
                0,
                routes,
                text("route", "/id"),
                worded("state", route -> route.path("running").asBoolean() ? "runs" : "stands still"),
                count("batches", "/exchanges"),
                count("a minute", "/lastMinute"),
                count("under way", "/inFlight"),
                count("faults", "/failed"),
                worded("last fault", OpsGateways::fault));
        for (JsonNode route : routes)
            if (route.path("pause").isObject())
                paper.prose(
                        "",
                        0,
                        route.path("id").asString() + " is paused until "
                                + Paper.second(route.at("/pause/until")) + " by "
                                + route.at("/pause/by").asString() + ": "
                                + route.at("/pause/why").asString());
    }

    private void mailboxes(JsonNode reading) {
        if (isUnread(reading)) return;
        Table.print(
                paper,
                0,
                reading.path("boxes"),
                text("queue", "/name"),
                text("gateway", "/gateway"),
                count("waiting", "/depth"),
                moment("oldest", "/oldest"),
                yes("fetched", "/fetched"),
                yes("on disk", "/paging"));
    }

    /// The broker does not say.
    private boolean isUnread(JsonNode reading) {
        if (!reading.has("sentence")) return false;
        paper.prose("", 0, reading.path("sentence").asString());
        return true;
    }

    private void quarantine(JsonNode quarantine) {
        JsonNode lying = quarantine.path("lying");
        if (!isUnread(lying) && lying.path("groups").isEmpty()) paper.line("Nothing lies in quarantine.");
        for (JsonNode group : lying.path("groups")) {
            paper.prose(
                    "",
                    0,
                    group.at("/cause/fault").asString() + " at "
                            + group.at("/cause/place").asString());
            Table.print(
                    paper,
                    2,
                    group.path("items"),
                    text("id", "/id"),
                    moment("since", "/at"),
                    text("gateway", "/gateway"),
                    text("message", "/message"));
        }
        for (JsonNode one : quarantine.path("proposals")) {
            paper.prose(
                    "",
                    0,
                    "Waits for a second person until " + Paper.second(one.path("until")) + ": "
                            + Paper.plain(one.path("effect")) + " "
                            + one.path("messages").size() + ", asked for by "
                            + one.path("by").asString() + ": " + one.path("why").asString());
            paper.line("  They type: liaison ops quarantine confirm "
                    + one.path("id").asString());
        }
    }

    void preview(JsonNode preview) {
        preview.path("sentences").forEach(one -> paper.prose("", 0, one.asString()));
        if (preview.path("missing").asLong() > 0)
            paper.line(Paper.text(preview.path("missing")) + " of these no longer in quarantine");
        if (preview.path("needsSecond").asBoolean()) paper.line("A second person has to confirm this.");
    }
}
