package org.liaison.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liaison.rehearsal.client.ClientFile.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "inbox", description = "List messages received (or sent), the newest first.")
final class Inbox extends DeskCommand {

    @Option(names = "--new", description = "Only those nobody has opened yet.")
    private boolean unopened;

    @Option(names = "--sent", description = "The messages sent instead.")
    private boolean sent;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (20).")
    private int limit;

    @Override
    public Integer call() {
        String path = sent ? "/api/v1/outbox" : "/api/v1/inbox";
        String query = "?limit=" + limit + (unopened && !sent ? "&unopened=true" : "")
                + connection.authority().map(code -> "&as=" + code).orElse("");
        List<JsonNode> messages = new ArrayList<>();
        for (Site site : connection.sites())
            site.desk().get(path + query).json().path("messages").forEach(messages::add);
        messages.sort(Comparator.comparing(
                        (JsonNode message) -> message.path("created").asString(""))
                .reversed());
        if (messages.size() > limit) messages = messages.subList(0, limit);
        if (asJson) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            ArrayNode all = json.putArray("messages");
            messages.forEach(all::add);
            paper().json(json);
        } else if (messages.isEmpty()) {
            paper().line(sent ? "Nothing was sent." : unopened ? "Nothing new." : "Nothing was received.");
        } else {
            messages.forEach(new MessagePaper(paper())::summary);
        }
        return Exit.OK;
    }
}
