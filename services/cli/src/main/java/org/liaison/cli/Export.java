package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "export",
        description = "Write out everything that proves a message, to be checked with openssl and without Liaison.")
final class Export extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE", description = "The message's id.")
    private @Nullable MessageId message;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write into; must be empty.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (message == null || folder == null) throw new UsageError("Name the message and the folder.");
        String path = "/api/v1/messages/" + message;
        Found found = find("Message " + message, desk -> desk.get(path + connection.query()));
        Bytes zip = found.desk()
                .get(path + "/export?as=" + found.json().path("as").asString())
                .body();
        List<String> written = unpack(zip, folder);
        if (asJson) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            json.put("messageId", message.toString());
            json.put("folder", folder.toAbsolutePath().toString());
            var files = json.putArray("files");
            written.forEach(files::add);
            paper().json(json);
        } else {
            for (String file : written) paper().line(folder.resolve(file).toString());
            paper().line("README.txt there has the lines that check it.");
        }
        return Exit.OK;
    }

    private static List<String> unpack(Bytes zip, Path folder) {
        List<String> written = new ArrayList<>();
        Path root = folder.toAbsolutePath().normalize();
        try (ZipInputStream in = new ZipInputStream(zip.stream())) {
            Files.createDirectories(root);
            try (var present = Files.list(root)) {
                if (present.findAny().isPresent())
                    throw new Failed("The folder " + folder + " is not empty; nothing was written.");
            }
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) continue;
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) throw new Failed("The export holds a name that leads out of its folder.");
                Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
                Files.write(target, in.readAllBytes(), StandardOpenOption.CREATE_NEW);
                written.add(root.relativize(target).toString());
            }
            return written;
        } catch (IOException e) {
            throw new Failed("The export cannot be written into " + folder + ".");
        }
    }
}
