package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.cli.Composition.Mount;
import org.liaison.cli.Composition.Service;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;

/// The lines of docker/README.md make every secret that a configuration names, and the database lets in exactly whom
/// they were made for.
class DockerSecretsTest {

    private static final DockerFolder DOCKER = DockerFolder.ofTheProject();
    private static final List<String> PROGRAMS = List.of("hub", "gateway-xa", "gateway-xb", "gateway-xc");

    @TempDir
    private Path root;

    @Test
    void the_readme_makes_every_file_that_a_configuration_names() throws Exception {
        DockerSecrets.layEmptyState(root);
        DockerSecrets secrets = DockerSecrets.make(DOCKER, root);
        for (String name : PROGRAMS) {
            Service service = DOCKER.composition().service(name).orElseThrow();
            String program = ComposeCheck.programOf(service).orElseThrow();
            String file = program.equals("hub") ? "config/hub.yaml" : "config/" + name + ".yaml";
            BoundSettings.read(program, DOCKER.text(file)).every(Path.class).forEach((key, path) -> {
                boolean onVolume = service.mounts().stream()
                        .filter(Mount::isVolume)
                        .anyMatch(mount -> mount.holds(path.toString()));
                if (!onVolume)
                    assertThat(secrets.outside(service, path))
                            .as(name + " " + key)
                            .exists();
            });
        }
        Service postgres = DOCKER.composition().service("postgres").orElseThrow();
        String password = (String) postgres.map("environment").get("POSTGRES_PASSWORD_FILE");
        assertThat(secrets.outside(postgres, Path.of(password))).exists();
    }

    @Test
    void every_password_is_random_and_for_its_owner_alone() throws Exception {
        DockerSecrets.layEmptyState(root);
        DockerSecrets.make(DOCKER, root);
        Path folder = DockerSecrets.folder(root);
        Set<String> passwords = new HashSet<>();
        for (String program : PROGRAMS) {
            String password = Files.readString(folder.resolve(program + "/database.password"))
                    .strip();
            assertThat(password).matches("[A-Za-z0-9_-]{32}");
            assertThat(folder.resolve("postgres/" + program + ".password")).hasContent(password);
            passwords.add(password);
        }
        passwords.add(Files.readString(folder.resolve("hub/broker.password")).strip());
        passwords.add(
                Files.readString(folder.resolve("postgres/postgres.password")).strip());
        assertThat(passwords).hasSize(PROGRAMS.size() + 2);
        for (String owner : Stream.concat(PROGRAMS.stream(), Stream.of("broker", "postgres"))
                .toList()) {
            assertThat(mode(folder.resolve(owner))).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder.resolve(owner))) {
                for (Path file : files.toList())
                    if (!file.getFileName().toString().startsWith("tls"))
                        assertThat(mode(file))
                                .as(file.toString())
                                .startsWith("rw")
                                .endsWith("------");
            }
        }
    }

    @Test
    void each_program_enters_its_own_database_and_no_other() throws Exception {
        DockerSecrets.layEmptyState(root);
        DockerSecrets.make(DOCKER, root);
        Path passwords = DockerSecrets.folder(root).resolve("postgres");
        Path readable = readableByTheServer(passwords);
        String sql = DOCKER.text("postgres/init.sql").replace("'/run/liaison/'", "'" + readable + "/'");
        DatabaseSettings own = DatabaseSettings.embedded(root.resolve("server"));
        try (Database server = Database.open(own)) {
            try (Connection connection = server.source().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String one : statements(sql)) statement.execute(one);
            }
            for (String program : PROGRAMS) {
                String url = server.url().replaceFirst("/postgres$", "/" + program);
                String password = Files.readString(passwords.resolve(program + ".password"))
                        .strip();
                DatabaseSettings itsOwn = new DatabaseSettings(
                        Optional.of(url),
                        program,
                        Optional.of(passwords.resolve(program + ".password")),
                        root.resolve("unused"),
                        2);
                Database.open(itsOwn).close();
                for (String other : PROGRAMS)
                    if (!other.equals(program))
                        assertThatThrownBy(() -> enter(server.url(), other, program, password))
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("permission denied for database");
                assertThatThrownBy(() -> enter(server.url(), program, program, "a guess"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    private static void enter(String url, String database, String user, String password) throws SQLException {
        DriverManager.getConnection(url.replaceFirst("/postgres$", "/" + database), user, password)
                .close();
    }

    /// The embedded server may run as another user than the test.
    private Path readableByTheServer(Path passwords) throws Exception {
        Path copy = Files.createTempDirectory("liaison-passwords");
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String program : PROGRAMS) {
            Path file = Files.copy(passwords.resolve(program + ".password"), copy.resolve(program + ".password"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            file.toFile().deleteOnExit();
        }
        copy.toFile().deleteOnExit();
        return copy;
    }

    /// As psql would run them, one by one: making a database is no part of a transaction.
    private static List<String> statements(String sql) {
        int end = sql.indexOf("$$;") + 3;
        return Stream.concat(
                        Stream.of(sql.substring(0, end)),
                        Stream.of(sql.substring(end).split(";")))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
