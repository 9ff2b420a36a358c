package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.liaison.cli.Composition.Service;

/// The folder `docker/` cannot drift from the programs: no container engine runs here, so everything in it is held
/// against what the programs themselves read, serve and accept.
class ComposeTest {

    private static final DockerFolder DOCKER = DockerFolder.ofTheProject();
    private static final String COMPOSE = "compose.yaml";

    @Test
    void the_compose_file_says_what_the_programs_read_and_serve() {
        assertThat(ComposeCheck.problems(DOCKER)).isEmpty();
        assertThat(DOCKER.composition().services())
                .extracting(Service::name)
                .containsExactlyInAnyOrder("hub", "gateway-xa", "gateway-xb", "gateway-xc", "broker", "postgres");
    }

    /// A slip somebody could make, and a word of the sentence that must answer it.
    private record Slip(String file, String before, String after, String answer) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip(COMPOSE, "127.0.0.1:8480:8480", "127.0.0.1:8480:8481", "hub: publishes port 8481"),
            new Slip(COMPOSE, "127.0.0.1:8491:8090", "8491:8090", "to other machines"),
            new Slip(COMPOSE, "      - hub:/var/lib/liaison\n", "", "no volume is mounted"),
            new Slip(COMPOSE, "./secrets/gateway-xb:/run", "./secrets/gateway-xb:/var/run", "nothing is mounted"),
            new Slip(
                    COMPOSE,
                    "./secrets/hub:/run/liaison/secrets:ro",
                    "./secrets/hub:/run/liaison/secrets",
                    "can write"),
            new Slip(COMPOSE, "- gateway-xc:/var", "- gateway-xb:/var", "shares the volume"),
            new Slip(
                    COMPOSE,
                    "/etc/liaison/hub.yaml:ro",
                    "/etc/hub.yaml:ro",
                    "nothing is mounted at /etc/liaison/hub.yaml"),
            new Slip(COMPOSE, "config/gateway-xa.yaml", "config/gateway-xd.yaml", "there is no config/gateway-xd.yaml"),
            new Slip(
                    COMPOSE,
                    "docker/hub/Dockerfile",
                    "docker/hub/Containerfile",
                    "there is no docker/hub/Containerfile"),
            new Slip(COMPOSE, "[xc, xc-records]", "[xa, xc-records]", "gateway-xc: can reach gateway-xa"),
            new Slip(COMPOSE, "[xc, xc-records]", "[xc]", "gateway-xc: has no network in common with postgres"),
            new Slip(COMPOSE, "POSTGRES_PASSWORD_FILE:", "POSTGRES_PASSWORD:", "nobody reads"),
            new Slip(COMPOSE, "postgres:18.1-trixie", "postgres", "no fixed tag"),
            new Slip(COMPOSE, "  read_only: true\n", "", "can write its file system"),
            new Slip(COMPOSE, "cap_drop: [ALL]", "cap_drop: [NET_RAW]", "keeps capabilities"),
            new Slip(COMPOSE, "user: \"10001:10001\"", "user: \"0:0\"", "unprivileged user"),
            new Slip("config/hub.yaml", "  data:", "  date: x\n  data:", "hub.date"),
            new Slip("config/hub.yaml", "  rulebook: /run/liaison/public/rulebook.p7m\n", "", "rulebook is required"),
            new Slip(
                    "config/hub.yaml", "port: 8480", "port: 8490", "hub: publishes port 8480, and serves [8482, 8490]"),
            new Slip("config/hub.yaml", "localhost:8482", "localhost:9482", "console.origin names the port 9482"),
            new Slip("config/hub.yaml", "management-port: 8481", "management-port: 8482", "its health is not at"),
            new Slip("config/hub.yaml", "broker:61618", "broker:61617", "its broker is not at"),
            new Slip("config/hub.yaml", "/run/liaison/secrets/log.p12", "/etc/keys/log.p12", "log.key.file lies where"),
            new Slip("config/hub.yaml", "postgres/hub", "postgres/liaison", "nobody makes the database liaison"),
            new Slip("config/gateway-xb.yaml", "port: 61617", "port: 61616", "does not listen for gateways at 61616"),
            new Slip("config/gateway-xb.yaml", "log-url:", "log:", "hub.log"),
            new Slip(
                    "config/gateway-xb.yaml",
                    "data: /var/lib/liaison",
                    "data: /run/liaison/public",
                    "cannot be written"),
            new Slip("artemis/etc/gateways.properties", "gateway-xc=", "gateway-xd=", "the broker does not know it"),
            new Slip("gateway/Dockerfile", "127.0.0.1/8091", "127.0.0.1/8090", "its health is not at"));

    @TestFactory
    Stream<DynamicTest> a_slip_is_noticed() {
        return SLIPS.stream()
                .map(slip -> DynamicTest.dynamicTest(
                        slip.file() + ": " + slip.after().strip() + " for "
                                + slip.before().strip(),
                        () -> assertThat(ComposeCheck.problems(DOCKER.with(slip.file(), slip.before(), slip.after())))
                                .anyMatch(problem -> problem.contains(slip.answer()))));
    }

    @TestFactory
    Stream<DynamicTest> an_image_starts_its_program_as_the_launcher_does() throws IOException {
        String launcher = Files.readString(DOCKER.project().resolve("liaison"));
        return ComposeCheck.PROGRAMS.stream()
                .map(program -> DynamicTest.dynamicTest(program, () -> {
                    List<String> words = DOCKER.dockerfile("docker/" + program + "/Dockerfile")
                            .words("ENTRYPOINT");
                    int jar = words.indexOf("-jar");
                    assertThat(names(words.subList(1, jar)))
                            .containsExactlyInAnyOrderElementsOf(options(launcher, program));
                    List<String> command = words.subList(jar + 2, words.size());
                    assertThat(command.getFirst()).isEqualTo(program);
                    Liaison.commandLine().parseArgs(command.toArray(String[]::new));
                }));
    }

    /// What the launcher gives the Java machine for `program`; of a definition only its name.
    private static List<String> options(String launcher, String program) {
        List<String> options = new ArrayList<>();
        Matcher memory =
                Pattern.compile("\\n\\s+([\\w |]+)\\) echo \"([^\"]+)\"").matcher(launcher);
        while (memory.find())
            if (Arrays.asList(memory.group(1).split(" \\| ")).contains(program))
                options.addAll(List.of(memory.group(2).split(" ")));
        String run = launcher.substring(launcher.indexOf("exec \"$JAVA_HOME/bin/java\""));
        for (String word : run.substring(0, run.indexOf("-jar")).split("\\s+"))
            if (word.startsWith("-")) options.add(word);
        return names(options);
    }

    private static List<String> names(List<String> options) {
        return options.stream()
                .map(option -> option.startsWith("-D") ? option.substring(0, option.indexOf('=')) : option)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> what_an_image_copies_is_in_the_project_or_comes_out_of_its_build() throws IOException {
        Path project = DOCKER.project();
        String pom = Files.readString(project.resolve("services/cli/pom.xml"));
        List<String> sent = Files.readAllLines(project.resolve(".dockerignore"));
        return Stream.of("hub", "gateway", "artemis")
                .map(image -> DynamicTest.dynamicTest(image, () -> {
                    Dockerfile dockerfile = DOCKER.dockerfile("docker/" + image + "/Dockerfile");
                    for (String copy : dockerfile.all("COPY")) {
                        List<String> words = new ArrayList<>(List.of(copy.split("\\s+")));
                        boolean built = words.removeIf(word -> word.equals("--from=build"));
                        String source = words.getFirst();
                        if (!built) {
                            assertThat(project.resolve(source)).exists();
                            if (!source.equals(".")) assertThat(sent).contains("!" + source);
                        } else if (source.endsWith(".jar")) {
                            assertThat(source).isEqualTo("/source/services/cli/target/liaison.jar");
                            assertThat(pom).contains("<finalName>liaison</finalName>");
                        } else {
                            assertThat(source).isEqualTo("/source/services/cli/target/lib");
                            assertThat(pom)
                                    .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>");
                        }
                    }
                    for (String build : dockerfile.all("RUN"))
                        if (build.contains("mvnw"))
                            assertThat(project.resolve("mvnw")).isExecutable();
                }));
    }

    @Test
    void every_module_of_the_build_reaches_the_images_and_no_secret_does() throws IOException {
        List<String> sent = Files.readAllLines(DOCKER.project().resolve(".dockerignore"));
        Matcher modules = Pattern.compile("<module>([^/<]+)")
                .matcher(Files.readString(DOCKER.project().resolve("pom.xml")));
        while (modules.find()) assertThat(sent).contains("!" + modules.group(1));
        assertThat(sent).contains("*").noneMatch(line -> line.startsWith("!docker/secrets") || line.equals("!docker"));
        assertThat(DOCKER.text(".gitignore")).contains("secrets/");
        for (String image : List.of("hub", "gateway", "artemis"))
            assertThat(DOCKER.text(image + "/Dockerfile").toLowerCase())
                    .doesNotContainPattern("(?m)^(env|arg) .*(password|token|secret|key)");
    }

    @Test
    void the_broker_and_the_database_are_those_that_the_tests_run() throws IOException {
        String pom = Files.readString(DOCKER.project().resolve("pom.xml"));
        assertThat(DOCKER.dockerfile("docker/artemis/Dockerfile").last("FROM"))
                .isEqualTo(Optional.of("apache/artemis:" + property(pom, "artemis.version")));
        assertThat(DOCKER.composition().service("postgres").orElseThrow().text("image"))
                .startsWith("postgres:"
                        + property(pom, "postgresql-binaries.version").replaceFirst("\\.\\d+$", "") + "-");
        assertThat(DOCKER.dockerfile("docker/hub/Dockerfile").all("FROM"))
                .allMatch(from -> from.startsWith("eclipse-temurin:" + property(pom, "maven.compiler.release") + "-"));
    }

    /// Where a difference would show only under load, by the hub's own names for the broker's.
    @TestFactory
    Stream<DynamicTest> the_broker_keeps_its_journal_as_the_one_inside_the_hub_does() throws IOException {
        String embedded = Files.readString(
                DOCKER.project().resolve("services/hub/src/main/java/org/liaison/hub/EmbeddedBroker.java"));
        String xml = DOCKER.text("artemis/etc/broker.xml");
        return Map.of(
                        "id-cache-size", "IDCacheSize",
                        "persist-id-cache", "PersistIDCache",
                        "journal-min-files", "JournalMinFiles",
                        "journal-pool-files", "JournalPoolFiles",
                        "journal-compact-min-files", "JournalCompactMinFiles",
                        "max-disk-usage", "MaxDiskUsage")
                .entrySet()
                .stream()
                .map(setting -> DynamicTest.dynamicTest(
                        setting.getKey(),
                        () -> assertThat(only(xml, "<" + setting.getKey() + ">([^<]+)<"))
                                .isEqualTo(only(embedded, "\\.set" + setting.getValue() + "\\(([^)]+)\\)")
                                        .replace("_", ""))));
    }

    private static String only(String text, String pattern) {
        List<String> found = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst();
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    @TestFactory
    Stream<DynamicTest> every_command_in_the_readme_is_one_of_ours() {
        List<String> commands = DOCKER.shellBlocks().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./liaison "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(2);
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(
                        command,
                        () -> Liaison.commandLine()
                                .parseArgs(Arrays.stream(command.split("\\s+"))
                                        .skip(1)
                                        .toArray(String[]::new))));
    }

    @TestFactory
    Stream<DynamicTest> a_health_check_believes_a_program_that_says_it_is_ready_and_no_other() {
        return ComposeCheck.PROGRAMS.stream()
                .flatMap(program -> Stream.of(200, 503, 0)
                        .map(status -> DynamicTest.dynamicTest(program + " answers " + status, () -> {
                            assertThat(isHealthy(program, status)).isEqualTo(status == 200);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_program_serves_the_health_that_is_asked_for() {
        return ComposeCheck.PROGRAMS.stream()
                .map(program -> DynamicTest.dynamicTest(program, () -> {
                    String type = Character.toUpperCase(program.charAt(0)) + program.substring(1) + "Program";
                    String source = Files.readString(DOCKER.project()
                            .resolve("services/" + program + "/src/main/java/org/liaison/" + program + "/" + type
                                    + ".java"));
                    assertThat(source)
                            .containsPattern("\"management\\.endpoints\\.web\\.exposure\\.include\", \"health[\",]")
                            .contains("\"management.endpoint.health.group.readiness.include\"")
                            .contains("\"management.server.port\", web.managementPort()")
                            .doesNotContain("base-path");
                }));
    }

    /// Runs the image's own health check against a program that answers so; 0 stands for one that does not listen.
    private static boolean isHealthy(String program, int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        if (status == 0) server.stop(0);
        try {
            List<String> words = DOCKER.dockerfile("docker/" + program + "/Dockerfile").words("HEALTHCHECK").stream()
                    .map(word -> word.replaceFirst("/dev/tcp/127\\.0\\.0\\.1/\\d+", "/dev/tcp/127.0.0.1/" + port))
                    .toList();
            Process probe = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(probe.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return probe.exitValue() == 0;
        } finally {
            server.stop(0);
        }
    }
}
