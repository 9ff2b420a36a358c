package org.liaison.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A shell that does nothing but wait for this program to end, and then stops the database server.
///
/// It holds the reading end of a pipe from us. Whatever ends this program, `kill -9` included, the kernel
/// closes our end, and the shell goes on to its next line. It ignores the signals of a terminal, which go to
/// all of us at once. It stops the process it was told and no other, so that it can never harm a server started
/// later.
final class Keeper {

    private static final String SCRIPT = "trap '' INT HUP TERM; if read -r word; then exit 0; fi; exec \"$@\"";

    private final Process shell;

    private Keeper(Process shell) {
        this.shell = shell;
    }

    static Keeper watch(Command command, long postmaster) throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "liaison-database-keeper"));
        words.addAll(command.words("pg_ctl", "kill", "INT", Long.toString(postmaster)));
        return new Keeper(Command.builder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void dismiss() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
