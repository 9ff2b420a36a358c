package org.liaison.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's own programs. They refuse to run as root, so root runs them in a user namespace of its
/// own, where it is nobody and still owns its files.
final class Command {

    private static final int PATIENCE_SECONDS = 120;

    private final Binaries binaries;
    private final boolean asRoot;

    private Command(Binaries binaries, boolean asRoot) {
        this.binaries = binaries;
        this.asRoot = asRoot;
    }

    static Command of(Binaries binaries) {
        boolean root = isRoot();
        if (root && !namespaceAllowed())
            throw new DatabaseUnusable("PostgreSQL does not run as root, and this machine does not let root set up a"
                    + " user namespace. Start the program as an ordinary user, or name a database server by URL.");
        return new Command(binaries, root);
    }

    /// The words to execute for one of PostgreSQL's programs.
    List<String> words(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (asRoot) words.addAll(List.of("unshare", "-U"));
        words.add(binaries.program(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /// Runs a program to its end. What it says goes to `log`, whose last lines explain a failure.
    void run(Path log, String program, String... arguments) {
        try {
            Process process = builder(words(program, arguments))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnusable("PostgreSQL's " + program + " did not end in " + PATIENCE_SECONDS
                        + " seconds. Its log is " + log + ".");
            }
            if (process.exitValue() != 0)
                throw new DatabaseUnusable("PostgreSQL's " + program + " failed: " + lastLines(log) + " (log: " + log
                        + "). Check the free space and the owner of that folder.");
        } catch (IOException e) {
            throw new DatabaseUnusable("PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("The program was interrupted while PostgreSQL's " + program + " ran.", e);
        }
    }

    static ProcessBuilder builder(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean namespaceAllowed() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
