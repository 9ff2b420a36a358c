package org.liaison.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liaison.rehearsal.client.ClientFile.Site;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "due",
        description = "Say what is due in open cases, who must act, and what was missed: the most pressing first.")
final class Due extends DeskCommand {

    @Override
    public Integer call() {
        List<JsonNode> deadlines = new ArrayList<>();
        List<JsonNode> notices = new ArrayList<>();
        for (Site site : connection.sites()) {
            JsonNode answer =
                    site.desk().get("/api/v1/deadlines" + connection.query()).json();
            answer.path("deadlines").forEach(deadlines::add);
            answer.path("notices").forEach(notices::add);
        }
        // A clock that stands still has no end; it comes last.
        deadlines.sort(Comparator.comparing(one -> one.path("due").asString("~")));
        notices.sort(Comparator.comparing((JsonNode one) -> one.path("toldAt").asString(""))
                .reversed());
        if (asJson) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            json.putArray("deadlines").addAll(deadlines);
            json.putArray("notices").addAll(notices);
            paper().json(json);
            return Exit.OK;
        }
        if (deadlines.isEmpty()) paper().line("Nothing is due.");
        deadlines.forEach(this::print);
        if (!notices.isEmpty()) paper().line("");
        for (JsonNode notice : notices)
            paper().line(notice.path("toldAt").asString() + "  "
                    + notice.path("caseId").asString() + "  "
                    + notice.path("sentence").asString());
        return Exit.OK;
    }

    private void print(JsonNode one) {
        List<String> mustAct = new ArrayList<>();
        one.path("mustAct").forEach(code -> mustAct.add(code.asString()));
        String limit = one.has("due")
                ? (one.path("missed").asBoolean() ? "MISSED " : "")
                        + one.path("due").asString()
                : "stands still";
        paper().line("%-28s %s  %s: %s %s (%s)%s"
                .formatted(
                        limit,
                        one.path("caseId").asString(),
                        String.join(", ", mustAct),
                        one.path("clock").asString(),
                        one.path("binding").asBoolean() ? "deadline" : "target",
                        one.path("source").asString(),
                        one.path("ours").asBoolean() ? "  <- yours" : ""));
    }
}
