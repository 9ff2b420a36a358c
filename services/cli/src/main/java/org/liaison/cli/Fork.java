package org.liaison.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.auditlog.check.Contradiction;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "fork",
        description = {
            "Say whether two checkpoints prove that the audit log was changed, or shows two histories.",
            "",
            "Give what a hub publishes at /log/disputes, or two checkpoints of one size as files. Nobody is asked;"
                    + " nothing is needed but the log's public keys. Ends with 0 where nothing is proved, and with 1"
                    + " where a fork is."
        })
final class Fork implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..2", description = "The disputes, or two checkpoints.")
    private List<Path> files = List.of();

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            required = true,
            description = "The trust folder with the log's public keys (log.vkey).")
    private @Nullable Path trust;

    @Spec
    private @Nullable CommandSpec spec;

    private record Claim(String by, ChangedLog changed) {}

    @Override
    public Integer call() {
        if (trust == null || spec == null) throw new UsageError("Name the trust folder.");
        Paper paper = new Paper(spec.commandLine().getOut());
        LogKeys keys = BelievedKeys.logKeys(trust);
        boolean forked = false;
        for (Claim claim : claims()) {
            switch (Contradiction.of(claim.changed(), keys)) {
                case Contradiction.Proven(long held, long shown) -> {
                    forked = true;
                    paper.prose(
                            "",
                            0,
                            "FORKED: " + claim.by() + keys.origin() + " signed a tree of " + held
                                    + " entries and one of " + shown
                                    + " that cannot both be of one log. Keep the file: it is the proof.");
                }
                case Contradiction.Unproven(var why) -> paper.prose("", 0, claim.by() + why.sentence());
            }
        }
        if (!forked) paper.line("No fork is proved by this.");
        return forked ? Exit.REFUSED : Exit.OK;
    }

    private List<Claim> claims() {
        if (files.size() == 2) return List.of(new Claim("", compared(files.getFirst(), files.getLast())));
        List<Claim> claims = new ArrayList<>();
        try {
            JsonNode read =
                    StrictJson.MAPPER.readTree(Bundle.read(files.getFirst()).toArray());
            for (JsonNode one : read.path("disputes"))
                claims.add(new Claim(one.path("gateway").asString("") + " says: ", changed(one.path("changedLog"))));
            return claims;
        } catch (JacksonException e) {
            throw new Failed("The file is not what a hub publishes at /log/disputes; to compare two checkpoints, name"
                    + " two files.");
        }
    }

    private static ChangedLog changed(JsonNode node) {
        if (!(node instanceof ObjectNode claim)) throw new Failed("The file does not hold disputes of a log.");
        return switch (StrictJson.read(StrictJson.write(claim), "the dispute", ChangedLog::of)) {
            case Reading.Clear<ChangedLog>(ChangedLog read) -> read;
            case Reading.Garbled<ChangedLog>(String problem) -> throw new Failed("The file cannot be read: " + problem);
        };
    }

    private static ChangedLog compared(Path one, Path other) {
        try {
            return new ChangedLog(
                    Instant.EPOCH, Bundle.read(one).utf8(), Bundle.read(other).utf8(), List.of());
        } catch (IllegalArgumentException e) {
            throw new Failed("A file is not a checkpoint: " + e.getMessage() + ".");
        }
    }
}
