package org.liaison.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liaison.message.CaseId;
import org.liaison.rehearsal.client.ClientFile.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "cases",
        description = "List the cases with their state and what may be sent next, or show one with its messages.")
final class Cases extends DeskCommand {

    @Parameters(paramLabel = "CASE", arity = "0..1", description = "One case, for example XC-REF-2026-000017.")
    private @Nullable CaseId caseId;

    @Override
    public Integer call() {
        MessagePaper messages = new MessagePaper(paper());
        if (caseId != null) {
            CaseId id = caseId;
            JsonNode one = find("Case " + id, desk -> desk.get("/api/v1/cases/" + id + connection.query()))
                    .json();
            if (asJson) paper().json(one);
            else {
                messages.caseSummary(one);
                one.path("messages").forEach(messages::summary);
            }
            return Exit.OK;
        }
        List<JsonNode> cases = new ArrayList<>();
        for (Site site : connection.sites())
            site.desk()
                    .get("/api/v1/cases" + connection.query())
                    .json()
                    .path("cases")
                    .forEach(cases::add);
        cases.sort(Comparator.comparing((JsonNode one) -> one.path("updatedAt").asString(""))
                .reversed());
        if (asJson) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            ArrayNode all = json.putArray("cases");
            cases.forEach(all::add);
            paper().json(json);
        } else if (cases.isEmpty()) {
            paper().line("There are no cases.");
        } else {
            cases.forEach(messages::caseSummary);
        }
        return Exit.OK;
    }
}
