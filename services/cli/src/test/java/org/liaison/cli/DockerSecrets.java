package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.liaison.cli.Composition.Mount;
import org.liaison.cli.Composition.Service;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.DemoFolder;

/// The folder `docker/secrets`, made in another place by the very lines of the README.
record DockerSecrets(DockerFolder docker, Path root) {

    /// `root` stands for the root of the project; the demo's state has been laid under it.
    static DockerSecrets make(DockerFolder docker, Path root) throws IOException, InterruptedException {
        String lines = docker.shellBlocks().stream()
                .filter(block -> block.contains("umask 077"))
                .findFirst()
                .orElseThrow();
        Process shell = new ProcessBuilder("sh", "-eu", "-c", lines)
                .directory(root.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
        return new DockerSecrets(docker, root);
    }

    static Path folder(Path root) {
        return root.resolve("docker/secrets");
    }

    static DemoFolder state(Path root) {
        return new DemoFolder(folder(root).resolve("state"));
    }

    /// A state with the names of the demo's files and nothing of use in them.
    static void layEmptyState(Path root) throws IOException {
        DemoFolder state = state(root);
        for (String key : new String[] {"tls", "evidence", "log"})
            layKey(state.hub().resolve("keys"), key);
        for (GatewayCode gateway : Cast.gateways()) {
            for (String key : new String[] {"tls", "witness"})
                layKey(state.gateway(gateway).resolve("keys"), key);
            for (AuthorityCode authority : Cast.authoritiesAt(gateway))
                layKey(state.keysOf(authority).getParent(), authority.toString());
        }
        layKey(folder(root).resolve("broker"), "tls");
        lay(state.trust().resolve("roots/root.pem"));
        lay(state.trust().resolve("crl/root.crl"));
        lay(state.directory());
        lay(state.rulebook());
    }

    private static void layKey(Path folder, String name) throws IOException {
        lay(folder.resolve(name + ".p12"));
        lay(folder.resolve(name + ".password"));
    }

    static void lay(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x\n");
    }

    /// Where a path inside a container lies outside; the service mounts it from here.
    Path outside(Service service, Path inside) {
        Mount mount = service.mounts().stream()
                .filter(candidate -> !candidate.isVolume() && candidate.holds(inside.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.name() + " mounts nothing at " + inside));
        return root.resolve("docker")
                .resolve(mount.source())
                .resolve(Path.of(mount.target()).relativize(inside))
                .normalize();
    }
}
