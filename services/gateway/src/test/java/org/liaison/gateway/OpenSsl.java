package org.liaison.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The `openssl` of this machine: somebody else's opinion.
final class OpenSsl {

    private OpenSsl() {}

    /// ML-DSA came with OpenSSL 3.5.
    static boolean knowsMlDsa() {
        try {
            String[] version = run(Path.of("."), "openssl version").split("[ .]");
            int major = Integer.parseInt(version[1]);
            int minor = Integer.parseInt(version[2]);
            return major > 3 || major == 3 && minor >= 5;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
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
