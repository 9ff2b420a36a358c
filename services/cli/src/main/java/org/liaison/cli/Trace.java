package org.liaison.cli;

import org.jspecify.annotations.Nullable;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "trace",
        description = "Show what happened to a message, or to every message of a case, and the proof of each step.")
final class Trace extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE|CASE", description = "The id of a message or of a case.")
    private @Nullable String thing;

    @Override
    public Integer call() {
        if (thing == null) throw new UsageError("Name the message or the case.");
        boolean isCase = thing.matches("[A-Z]{2}-[A-Z]{3}-.*");
        String path = isCase ? "/api/v1/cases/" + new CaseId(thing) : "/api/v1/messages/" + MessageId.parse(thing);
        String what = isCase ? "Case " + thing : "Message " + thing;
        JsonNode trace = find(what, desk -> desk.get(path + "/trace" + connection.query()))
                .json();
        MessagePaper paper = new MessagePaper(paper());
        if (asJson) paper().json(trace);
        else if (isCase) trace.path("messages").forEach(paper::trace);
        else paper.trace(trace);
        return Exit.OK;
    }
}
