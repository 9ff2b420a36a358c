package org.liaison.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.liaison.console.port.Diagnostics;
import org.liaison.console.port.Operator;
import org.liaison.message.Bytes;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Puts the bundle together. A part that cannot be told says so in its place: the bundle is made
/// when something does not work.
final class DiagnosticsDesk implements Diagnostics {

    private static final ObjectWriter JSON = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'liaison-hub-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);
    private static final String READ_ME = """
            What this hub was like when the bundle was made, for whoever mends it.

            Not in here, so that it can be sent on: names of persons, what operators wrote, message ids, how to reach
            authorities, paths of files, passwords, keys, addresses of other machines. Of settings only numbers, times
            and yes or no are shown.
            """;

    private final DiagnosticFacts facts;
    private final OperatorLog log;
    private final InstantSource clock;

    DiagnosticsDesk(DiagnosticFacts facts, OperatorLog log, InstantSource clock) {
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Bundle collect(Operator by) {
        long index = log.write("Make a diagnostics bundle; by " + by);
        Instant now = clock.instant();
        Map<String, Supplier<Object>> parts = new LinkedHashMap<>();
        parts.put("program", facts::program);
        parts.put("settings", facts::settings);
        parts.put("health", facts::health);
        parts.put("routes", facts::routes);
        parts.put("gateways", facts::gateways);
        parts.put("mailboxes", facts::mailboxes);
        parts.put("quarantine", facts::quarantine);
        parts.put("traffic", facts::traffic);
        parts.put("snapshots", facts::snapshots);
        parts.put("certificates", facts::certificates);
        parts.put("log", facts::log);
        parts.put("events", facts::events);
        parts.put("changes", () -> facts.changes(now));
        parts.put("alerts", facts::alerts);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.txt", READ_ME);
        parts.forEach((name, part) -> files.put(name + ".json", told(part)));
        files.put("threads.txt", facts.threads());
        return new Bundle(index, NAME.format(now), zip(files, now));
    }

    /// Of a fault only its class: its text may quote what must not be here.
    private static String told(Supplier<Object> part) {
        try {
            return JSON.writeValueAsString(part.get());
        } catch (RuntimeException e) {
            return JSON.writeValueAsString(Map.of("unread", e.getClass().getSimpleName()));
        }
    }

    private static Bytes zip(Map<String, String> files, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle does not fit into memory", e);
        }
        return Bytes.owned(bytes.toByteArray());
    }
}
