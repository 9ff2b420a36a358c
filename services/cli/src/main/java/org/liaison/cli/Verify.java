package org.liaison.cli;

import org.jspecify.annotations.Nullable;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "verify",
        description = {
            "Check a message afresh: signatures, evidence, and that the audit log has it.",
            "",
            "Ends with 0 only where everything could be checked and is genuine."
        })
final class Verify extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE", description = "The message's id.")
    private @Nullable MessageId message;

    @Override
    public Integer call() {
        if (message == null) throw new UsageError("Name the message.");
        String path = "/api/v1/messages/" + message + "/verification" + connection.query();
        JsonNode verification =
                find("Message " + message, desk -> desk.get(path)).json();
        String verdict = verification.path("verdict").asString("");
        if (asJson) paper().json(verification);
        else print(verification, verdict);
        return verdict.equals("GENUINE") ? Exit.OK : Exit.REFUSED;
    }

    private void print(JsonNode verification, String verdict) {
        for (JsonNode check : verification.path("checks")) {
            String result = check.path("result").asString("");
            paper().line("%-10s %-20s %s"
                    .formatted(
                            result.equals("PASSED")
                                    ? "ok"
                                    : Paper.plain(check.path("result")).toUpperCase(java.util.Locale.ROOT),
                            Paper.plain(check.path("check")),
                            check.path("subject").asString("")));
            paper().prose("", 11, check.path("detail").asString(""));
        }
        paper().line(
                        switch (verdict) {
                            case "GENUINE" -> "GENUINE: every check passed.";
                            case "BROKEN" -> "BROKEN: at least one check failed.";
                            default -> verdict + ": no check failed, but not all could be made.";
                        });
    }
}
