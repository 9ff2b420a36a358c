package org.liaison.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.client.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "reply",
        description = {
            "Answer a message: same case, to whoever wrote it.",
            "",
            "Where the message was your own, this goes to those it went to."
        })
final class Reply extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE", description = "The message to answer.")
    private @Nullable MessageId message;

    @Parameters(paramLabel = "FORM.json", description = "The form of the answer.")
    private @Nullable Path form;

    @Mixin
    private final Enclosure enclosure = new Enclosure();

    @Override
    public Integer call() {
        if (message == null || form == null) throw new UsageError("Name the message and the form's file.");
        MessageId id = message;
        Found found = find("Message " + id, desk -> desk.get("/api/v1/messages/" + id + connection.query()));
        JsonNode earlier = found.json();
        AuthorityCode as = AuthorityCode.parse(earlier.path("as").asString());
        List<AuthorityCode> to = earlier.path("direction").asString().equals("IN")
                ? List.of(AuthorityCode.parse(earlier.path("from").asString()))
                : earlier.path("to").values().stream()
                        .map(code -> AuthorityCode.parse(code.asString()))
                        .toList();
        CaseId caseId = new CaseId(earlier.path("caseId").asString());
        Draft draft = enclosure.draft(as, to, form, Optional.of(caseId));
        return new Sending(paper(), found.desk(), enclosure, asJson).send(draft);
    }
}
