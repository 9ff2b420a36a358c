package org.liaison.cli;

import org.liaison.rehearsal.client.ClientFile.Site;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(
        name = "status",
        description = {
            "Say how the gateways are: connection, directory, what waits, the log.",
            "",
            "Ends with 4 where one is not connected, or its directory or rulebook has expired."
        })
final class Status extends DeskCommand {

    @Override
    public Integer call() {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        boolean well = true;
        for (Site site : connection.sites()) {
            JsonNode status = site.desk().status().json();
            all.add(status);
            well &= !Unwell.isGateway(status);
            if (!asJson) print(status);
        }
        if (asJson) paper().json(all);
        return well ? Exit.OK : Exit.UNWELL;
    }

    private void print(JsonNode status) {
        paper().line("%s  since %s, version %s"
                .formatted(
                        status.path("gateway").asString(),
                        Paper.day(status.path("startedAt")),
                        status.path("version").asString()));
        boolean connected = status.path("hub").path("connected").asBoolean(false);
        line(
                "hub",
                connected
                        ? "connected"
                        : "NOT CONNECTED: " + status.path("hub").path("problem").asString("no reason known"));
        line("serves", Paper.list(status.path("authorities")));
        line("directory", snapshot(status.path("directory")));
        line("rulebook", snapshot(status.path("rulebook")));
        line(
                "outbox",
                status.path("outbox").path("waiting").asInt() + " waiting, "
                        + status.path("outbox").path("overdue").asInt() + " overdue");
        if (status.path("setAside").asInt() > 0)
            line("set aside", status.path("setAside").asInt() + " arrivals to look at");
        if (status.has("log")) line("log", status.path("log").path("size").asLong() + " entries verified");
    }

    private static String snapshot(JsonNode snapshot) {
        return "number " + snapshot.path("number").asLong() + ", " + Paper.plain(snapshot.path("standing")) + ", until "
                + Paper.day(snapshot.path("expires"));
    }

    private void line(String name, String value) {
        paper().prose("  " + Paper.pad(name, 11), 13, value);
    }
}
