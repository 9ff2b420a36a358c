package org.liaison.cli;

import static org.liaison.cli.Table.count;
import static org.liaison.cli.Table.moment;
import static org.liaison.cli.Table.text;
import static org.liaison.cli.Table.worded;

import tools.jackson.databind.JsonNode;

/// The audit log, and what it knows of one message, at a terminal.
final class OpsLog {

    private OpsLog() {}

    static void step(Paper paper, JsonNode step) {
        paper.line(Paper.second(step.path("at")) + "  " + step.path("event").asString() + " by "
                + step.path("by").asString());
        paper.fact(
                "log entry",
                Paper.text(step.path("index")) + (step.path("proven").asBoolean() ? ", proven" : ", NOT PROVEN"));
        if (!step.path("why").isEmpty()) paper.fact("why", Paper.list(step.path("why")));
        JsonNode parties = step.path("parties");
        if (!parties.isObject()) return;
        paper.fact("from", Paper.text(parties.path("from")));
        paper.fact("to", Paper.list(parties.path("to")));
        paper.fact(
                "what",
                Paper.text(parties.path("kind")) + ", case " + Paper.text(parties.path("caseId")) + ", "
                        + Paper.plain(parties.path("lane")));
    }

    static void log(Paper paper, JsonNode log) {
        JsonNode standing = log.path("standing");
        JsonNode examination = log.path("examination");
        paper.line(standing.path("origin").asString());
        paper.fact("entries", Paper.text(standing.path("size")));
        paper.fact("root", Paper.text(standing.path("root")));
        paper.fact("newest entry", Paper.second(standing.path("lastEntry")));
        paper.fact("checkpoint", Paper.second(standing.path("checkpointAt")));
        if (log.has("stage"))
            paper.fact(
                    "examination",
                    Paper.plain(log.path("stage"))
                            + (examination.has("at") ? " at " + Paper.second(examination.path("at")) : "")
                            + (examination.has("sentence")
                                    ? ": " + examination.path("sentence").asString()
                                    : "")
                            + (examination.has("read")
                                    ? ", " + examination.path("read") + " of " + examination.path("of") + " read"
                                    : ""));
        if (standing.path("witnesses").isEmpty()) paper.fact("witnesses", "none configured");
        else
            Table.print(
                    paper,
                    2,
                    standing.path("witnesses"),
                    text("witness", "/name"),
                    text("state", "/state"),
                    count("entries seen", "/size"),
                    moment("cosigned", "/at"),
                    moment("behind since", "/behindSince"),
                    worded("disputes", one -> one.path("disputes").asBoolean() ? "HOLDS ANOTHER LOG" : "no"));
        for (JsonNode claim : standing.path("claims"))
            paper.fact(
                    "changed log",
                    "says " + claim.path("gateway").asString() + " since " + Paper.second(claim.path("since"))
                            + (claim.path("proven").asBoolean() ? ", PROVEN" : ", without proof"));
    }
}
