package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// The administrators' work: two of them sign the directory and the rulebook, and anyone may read what they signed.
@Command(
        name = "directory",
        description = {
            "Sign and show the directory of authorities and the rulebook.",
            "",
            "One administrator signs (sign), a second one checks and signs over it (countersign). Gateways and hub take"
                    + " nothing else, and never an older number than they have."
        },
        subcommands = {
            DirectoryCommand.Sign.class,
            DirectoryCommand.Countersign.class,
            DirectoryCommand.Show.class,
        })
final class DirectoryCommand {

    private DirectoryCommand() {}

    /// An administrator's keys and where the result goes.
    static final class Pen {

        @Option(names = "--key", paramLabel = "FILE.p12", required = true, description = "The administrator's keys.")
        private @Nullable Path key;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Their password; else the file .password beside them.")
        private @Nullable Path passwordFile;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the signed file goes.")
        private @Nullable Path out;

        UnaryOperator<Bytes> signer(Instant now) {
            Path p12 = given(key, "--key");
            Path password = passwordFile == null ? beside(p12) : passwordFile;
            Signer signer = KeyFile.open(p12, Password.read(password)).signer();
            return content -> signer.sign(content, Strength.ECDSA_AND_ML_DSA, now);
        }

        Path write(Bytes signed) {
            Path file = given(out, "--out");
            try {
                Files.write(file, signed.toArray(), StandardOpenOption.CREATE_NEW);
                return file;
            } catch (IOException e) {
                throw new Failed("The file " + file + " cannot be written, or exists already.");
            }
        }

        private static Path beside(Path p12) {
            String name = String.valueOf(p12.getFileName());
            return p12.resolveSibling(name.replaceAll("\\.p12$", "") + ".password");
        }
    }

    @Command(name = "sign", description = "First step: sign a directory or rulebook written as JSON.")
    static final class Sign implements Callable<Integer> {

        @Parameters(paramLabel = "FILE.json", description = "The directory or the rulebook.")
        private @Nullable Path file;

        @Mixin
        private final Pen pen = new Pen();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Path source = given(file, "the file");
            Snapshot snapshot = snapshot(SnapshotFiles.read(source), source);
            Path out = pen.write(
                    Snapshots.sign(snapshot, pen.signer(Clock.systemUTC().instant())));
            paper(spec).line(described(snapshot) + ", signed once: " + out);
            return Exit.OK;
        }
    }

    @Command(name = "countersign", description = "Second step: another administrator checks and signs over it.")
    static final class Countersign implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "What the first administrator signed.")
        private @Nullable Path file;

        @Option(names = "--trust", paramLabel = "DIR", required = true, description = "The trust folder.")
        private @Nullable Path trust;

        @Mixin
        private final Pen pen = new Pen();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Instant now = Clock.systemUTC().instant();
            Path source = given(file, "the file");
            Snapshots snapshots = new SnapshotFiles(given(trust, "--trust"), now).snapshots();
            Reading<Bytes> signed = snapshots.countersign(SnapshotFiles.read(source), pen.signer(now));
            Path out = pen.write(SnapshotFiles.clear(signed, source));
            paper(spec).line("signed twice: " + out);
            return Exit.OK;
        }
    }

    @Command(name = "show", description = "Check both signatures of a snapshot and show what it says.")
    static final class Show implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The signed file; else that of the demo.")
        private @Nullable Path file;

        @Option(names = "--trust", paramLabel = "DIR", description = "The trust folder; else that of the demo.")
        private @Nullable Path trust;

        @Option(names = "--dir", paramLabel = "DIR", description = "Folder of a demo.")
        private @Nullable Path dir;

        @Option(names = "--json", description = "Print it as JSON.")
        private boolean asJson;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            DemoFiles demo = new DemoFiles(dir);
            Path source = file == null ? demo.directory() : file;
            Snapshots snapshots = new SnapshotFiles(
                            trust == null ? demo.trust() : trust,
                            Clock.systemUTC().instant())
                    .snapshots();
            Bytes signed = SnapshotFiles.read(source);
            Snapshot snapshot = switch (snapshots.directory(signed, java.util.Optional.empty())) {
                case Clear<Directory>(Directory directory) -> directory;
                case Garbled<Directory> _ ->
                    SnapshotFiles.clear(snapshots.rulebook(signed, java.util.Optional.empty()), source);
            };
            if (asJson)
                paper(spec).json(JsonMapper.shared().readTree(snapshot.toJson().toArray()));
            else {
                paper(spec).line(described(snapshot) + ", signed by two administrators");
                SnapshotPaper.print(snapshot, paper(spec));
            }
            return Exit.OK;
        }
    }

    private static Snapshot snapshot(Bytes json, Path file) {
        Reading<Directory> directory = Directory.read(json);
        if (directory instanceof Clear<Directory>(Directory value)) return value;
        Reading<Rulebook> rulebook = Rulebook.read(json);
        if (rulebook instanceof Clear<Rulebook>(Rulebook value)) return value;
        String problem = json.utf8().contains("\"authorities\"") ? problem(directory) : problem(rulebook);
        throw new Failed(file + ": " + problem);
    }

    private static String problem(Reading<?> reading) {
        return reading instanceof Garbled<?>(String problem) ? problem : "";
    }

    private static String described(Snapshot snapshot) {
        String what = snapshot instanceof Directory ? "Directory" : "Rulebook";
        return what + " number " + snapshot.number() + " of " + snapshot.issued() + ", valid until "
                + snapshot.expires();
    }

    private static Path given(@Nullable Path value, String name) {
        if (value == null) throw new UsageError("Missing: " + name);
        return value;
    }

    private static Paper paper(@Nullable CommandSpec spec) {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls");
        return new Paper(spec.commandLine().getOut());
    }
}
