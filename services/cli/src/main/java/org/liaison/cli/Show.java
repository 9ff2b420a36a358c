package org.liaison.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.client.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "show",
        description = {
            "Show a message: who, when, signature, form, attachments.",
            "",
            "The first time a person opens a received message its sender is told so, by signed evidence; --peek looks"
                    + " without that."
        })
final class Show extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE", description = "The message's id.")
    private @Nullable MessageId message;

    @Option(names = "--save", paramLabel = "DIR", description = "Save the attachments into this folder.")
    private @Nullable Path folder;

    @Option(names = "--peek", description = "Look without telling the sender that the message was opened.")
    private boolean peek;

    @Override
    public Integer call() {
        if (message == null) throw new UsageError("Name the message.");
        String path = "/api/v1/messages/" + message;
        Found found = find("Message " + message, desk -> desk.get(path + connection.query()));
        JsonNode shown = found.json();
        String as = "?as=" + shown.path("as").asString();
        boolean canBeOpened = shown.path("direction").asString("").equals("IN") && shown.has("form");
        if (canBeOpened && !peek) shown = found.desk().post(path + "/open" + as).json();
        if (asJson) paper().json(shown);
        else new MessagePaper(paper()).full(shown);
        if (folder != null)
            for (JsonNode file : shown.path("files")) save(found.desk(), path + "/attachments/", as, file, folder);
        return shown.path("signature").path("verified").asBoolean(true) ? Exit.OK : Exit.REFUSED;
    }

    private void save(Desk desk, String path, String as, JsonNode file, Path into) {
        Bytes content = desk.get(path + file.path("n").asInt() + as).body();
        if (!content.sha256().equals(Digest.ofHex(file.path("sha256").asString())))
            throw new Failed("Attachment " + file.path("n").asInt() + " arrived changed; it was not saved.");
        // The record refuses names that are paths.
        String name = new Attachment(
                        file.path("name").asString(), file.path("mediaType").asString(), content)
                .name();
        try {
            Files.createDirectories(into);
            Path target = into.resolve(name);
            Files.write(target, content.toArray(), StandardOpenOption.CREATE_NEW);
            if (!asJson) paper().line("saved %s".formatted(target));
        } catch (FileAlreadyExistsException e) {
            throw new Failed("There is a file " + into.resolve(name) + " already; nothing was overwritten.");
        } catch (IOException e) {
            throw new Failed("The attachment cannot be saved in " + into + ".");
        }
    }
}
