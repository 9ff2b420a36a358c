package org.liaison.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liaison.mapping.Crosswalk;
import org.liaison.mapping.Mapping;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "export",
        description = {
            "Write a form in the words of another system.",
            "",
            "What you may not see does not leave: a form from a file is cut down to what the authority named with --as"
                    + " may hold."
        })
final class MapExport extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE|FORM.json", description = "The message's id, or a file with a form.")
    private @Nullable String source;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "htcds or eio.")
    private @Nullable String format;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write; must not exist.")
    private @Nullable Path target;

    @Option(
            names = "--without-identity",
            description = "Only fields that hold nothing but codes. One record is still no statistic.")
    private boolean withoutIdentity;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "Properties with the names of foreign fields that could not be sourced.")
    private @Nullable Path names;

    /// A form, and the authority whose copy it is.
    private record Held(Bytes form, AuthorityCode holder) {}

    @Override
    public Integer call() {
        if (source == null || format == null || target == null)
            throw new UsageError("Name what to export, the format and the file to write.");
        Crosswalk crosswalk = MapCommand.crosswalk(format).naming(given());
        Held held = held(source);
        return switch (crosswalk.export(held.form(), held.holder().kind(), withoutIdentity)) {
            case Mapping.Withheld(String sentence) -> throw new Failed(sentence);
            case Mapping.Mapped mapped -> {
                Print.write(target, Losses.pretty(mapped.content()));
                new Losses(paper(), asJson).tell(target, mapped.losses(), java.util.List.of());
                yield Exit.OK;
            }
        };
    }

    private Held held(String typed) {
        return Sheaf.message(typed)
                .map(message -> {
                    String path = "/api/v1/messages/" + message;
                    Found found = find("Message " + message, desk -> desk.get(path + connection.query()));
                    if (!(found.json().path("form") instanceof ObjectNode form))
                        throw new Failed("There is no form to export; its content was erased or could not be taken.");
                    return new Held(
                            StrictJson.write(form),
                            AuthorityCode.parse(found.json().path("as").asString()));
                })
                .orElseGet(() -> new Held(Sheaf.bytes(Path.of(typed)), connection.requiredAuthority()));
    }

    private Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        if (names == null) return given;
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(names)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageError("The file with names cannot be read: " + names);
        }
        lines.forEach((place, name) -> given.put(place.toString(), name.toString()));
        return given;
    }
}
