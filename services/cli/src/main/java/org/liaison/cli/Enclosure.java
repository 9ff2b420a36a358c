package org.liaison.cli;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.Priority;
import org.liaison.rehearsal.client.Draft;
import picocli.CommandLine.Option;

/// What `send` and `reply` may add to a form.
final class Enclosure {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "pdf", "application/pdf",
            "json", "application/json",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv", "text/csv");

    @Option(names = "--attach", paramLabel = "FILE", description = "A file to go with it; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--urgent", description = "Take the urgent lane.")
    private boolean urgent;

    @Option(names = "--due", paramLabel = "TIME", description = "When an answer is wanted, UTC: 2026-12-01T12:00:00Z")
    private @Nullable Instant due;

    @Option(
            names = "--handling",
            paramLabel = "H0..H3",
            split = ",",
            description = "Europol handling codes, separated by commas.")
    private List<HandlingCode> handling = new ArrayList<>();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "60",
            description = "Wait until every recipient's gateway has it, at most so long (60).")
    private @Nullable Integer waitSeconds;

    Optional<Duration> patience() {
        return Optional.ofNullable(waitSeconds).map(Duration::ofSeconds);
    }

    Draft draft(AuthorityCode as, List<AuthorityCode> to, Path form, Optional<CaseId> caseId) {
        List<Attachment> attachments = new ArrayList<>();
        for (Path file : files)
            attachments.add(new Attachment(String.valueOf(file.getFileName()), mediaType(file), read(file)));
        Priority priority = urgent ? Priority.URGENT : Priority.ROUTINE;
        return new Draft(as, to, read(form), attachments, caseId, priority, Optional.ofNullable(due), handling);
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageError("The file " + file + " cannot be read.");
        }
    }

    private static String mediaType(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String known = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (known != null) return known;
        String guess = URLConnection.guessContentTypeFromName(name);
        return guess == null ? "application/octet-stream" : guess;
    }
}
