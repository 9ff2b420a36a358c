package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liaison.auditlog.check.CosignedPath;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.Wire;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of an exported message (PROTOCOL.md, section 13). Nothing in it is believed: whoever
/// hands it over can have written anything into it.
record Bundle(Path folder, List<Path> evidence, List<Path> attachments, List<Recorded> recorded) {

    private static final long LARGEST = 256L * 1024 * 1024;
    private static final Pattern EVIDENCE = Pattern.compile("evidence/[0-9]{2,4}-[A-Za-z]{1,40}\\.p7m");

    /// Evidence with the log's proof of it, and ways up to what witnesses cosigned.
    record Recorded(Path evidence, Wire.Receipt receipt, List<CosignedPath> witnessed) {

        String name() {
            return String.valueOf(evidence.getFileName());
        }
    }

    /// `given` is the message's folder, or one that holds nothing but it.
    static Bundle open(Path given) {
        Path folder = find(given);
        return new Bundle(
                folder,
                list(folder.resolve("evidence")),
                list(folder.resolve("attachments")),
                Files.exists(folder.resolve("receipts.json")) ? receipts(folder) : List.of());
    }

    private static Path find(Path given) {
        if (Files.exists(given.resolve("slip.p7m"))) return given;
        List<Path> inside = list(given).stream()
                .filter(one -> Files.exists(one.resolve("slip.p7m")))
                .toList();
        if (inside.size() != 1)
            throw new Failed("The folder " + given + " is not an exported message: it holds no slip.p7m.");
        return inside.getFirst();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new Failed("The folder " + folder + " cannot be read.");
        }
    }

    Bytes file(String name) {
        return read(folder.resolve(name));
    }

    Optional<Bytes> optional(String name) {
        return Files.exists(folder.resolve(name)) ? Optional.of(file(name)) : Optional.empty();
    }

    static Bytes read(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                throw new Failed("There is no file " + file + ".");
            if (Files.size(file) > LARGEST) throw new Failed("The file " + file + " is too large to be looked at.");
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failed("The file " + file + " cannot be read.");
        }
    }

    private static List<Recorded> receipts(Path folder) {
        List<Recorded> read = new ArrayList<>();
        try {
            for (JsonNode one : StrictJson.MAPPER.readTree(
                    read(folder.resolve("receipts.json")).toArray())) read.add(recorded(folder, one));
            return read;
        } catch (JacksonException e) {
            throw new Failed("The file receipts.json is not well-formed JSON.");
        }
    }

    private static Recorded recorded(Path folder, JsonNode node) {
        if (!(node instanceof ObjectNode object) || !(node.path("receipt") instanceof ObjectNode inner))
            throw new Failed("The file receipts.json does not hold receipts.");
        Wire.Receipt receipt = clear(Frames.readReceipt(StrictJson.write(inner)));
        return clear(StrictJson.read(StrictJson.write(object), "receipts.json", json -> {
            json.object("receipt");
            return new Recorded(
                    folder.resolve(json.as("evidence", Bundle::evidenceName)),
                    receipt,
                    json.objects("witnessed").stream().map(CosignedPath::of).toList());
        }));
    }

    /// A name that leads nowhere else.
    private static String evidenceName(String name) {
        if (!EVIDENCE.matcher(name).matches()) throw new IllegalArgumentException("not the name of evidence");
        return name;
    }

    private static <T> T clear(Reading<T> reading) {
        return switch (reading) {
            case Reading.Clear<T>(T value) -> value;
            case Reading.Garbled<T>(String problem) ->
                throw new Failed("The file receipts.json cannot be read: " + problem + ".");
        };
    }
}
