package org.liaison.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send",
        description = {
            "Send a form, with files, to another authority.",
            "",
            "The gateway checks the form before anything leaves and lists everything wrong with it at once. When this"
                    + " command ends with 0 the message is safe in the gateway's outbox."
        })
final class Send extends DeskCommand {

    @Parameters(paramLabel = "FORM.json", description = "The form: {\"kind\":\"REF-REQ\",\"version\":\"1\",...}")
    private @Nullable Path form;

    @Option(
            names = "--to",
            paramLabel = "AUTHORITY",
            required = true,
            split = ",",
            description = "Who is to receive it; repeat it or separate by commas for several.")
    private List<AuthorityCode> to = new ArrayList<>();

    @Option(names = "--case", paramLabel = "ID", description = "The case it belongs to, unless its kind opens one.")
    private @Nullable CaseId caseId;

    @Mixin
    private final Enclosure enclosure = new Enclosure();

    @Override
    public Integer call() {
        if (form == null) throw new UsageError("Name the form's file.");
        Desk desk = connection.sites().getFirst().desk();
        Draft draft = enclosure.draft(connection.requiredAuthority(), to, form, Optional.ofNullable(caseId));
        return new Sending(paper(), desk, enclosure, asJson).send(draft);
    }
}
