package org.liaison.certs;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.seal.KeyUnreachable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands of `liaison pki` have in common: the folder, and how a refusal is told.
abstract class Task implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "${env:LIAISON_PKI:-.liaison/pki}",
            description = "The folder of the PKI (default: $LIAISON_PKI, else .liaison/pki).")
    private @Nullable Path dir;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Where the root's key is, if it is kept apart (default: 'root' in the folder of the PKI).")
    private @Nullable Path root;

    @Spec
    private @Nullable CommandSpec spec;

    abstract void carryOut(PrintWriter out, Instant now);

    @Override
    public final Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        try {
            carryOut(here.commandLine().getOut(), Instant.now());
            here.commandLine().getOut().flush();
            return DONE;
        } catch (PkiRefused | KeyUnreachable | UncheckedIOException e) {
            here.commandLine().getErr().println(e.getMessage());
            here.commandLine().getErr().flush();
            return REFUSED;
        }
    }

    /// The folder named, or the folder `pki` in it: so the state folder of a demo serves as well.
    final Path dir() {
        Path named = Objects.requireNonNull(dir);
        Path inside = named.resolve("pki");
        return !Pki.existsIn(named) && Pki.existsIn(inside) ? inside : named;
    }

    final Path root() {
        return root == null ? dir().resolve("root") : root;
    }

    final Pki pki() {
        return Pki.open(dir(), root());
    }
}
