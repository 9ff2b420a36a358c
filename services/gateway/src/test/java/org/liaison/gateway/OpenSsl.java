package org.liaison.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The `openssl` of this machine: somebody else's opinion.
final class OpenSsl {

    private OpenSsl() {}

    /// One that knows ML-DSA (3.5 or later), where this machine has one: the launcher fetches it.
    static Optional<String> modern() {
        String given = System.getenv("LIAISON_OPENSSL");
        for (String candidate : Stream.of(given, "../../.liaison/cache/openssl/openssl", "openssl")
                .filter(Objects::nonNull)
                .toList()) {
            String said = say(candidate);
            if (said.matches("(?s)OpenSSL (3\\.([5-9]|[1-9][0-9])|[4-9]).*"))
                return Optional.of(
                        candidate.contains("/")
                                ? Path.of(candidate)
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString()
                                : candidate);
        }
        return Optional.empty();
    }

    private static String say(String openssl) {
        try {
            return run(Path.of("."), openssl + " version");
        } catch (IOException | InterruptedException e) {
            return "";
        }
    }

    /// Runs a line as it is printed for a person, and answers everything it says.
    static String run(Path folder, String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("sh", "-c", line))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said : "FAILED with " + code + ": " + said;
    }
}
