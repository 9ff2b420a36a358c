package org.liaison.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.cli.Composition.Mount;
import org.liaison.cli.Composition.Port;
import org.liaison.cli.Composition.Service;

/// Holds `docker/` against what the programs really read and really serve. Every finding is a sentence.
final class ComposeCheck {

    static final List<String> PROGRAMS = List.of("hub", "gateway");

    private static final String BROKER_FOR_ALL = "broker";
    private static final int BROKER_PORT_FOR_GATEWAYS = 61617;
    private static final Pattern PROBE = Pattern.compile("/dev/tcp/127\\.0\\.0\\.1/(\\d+)");
    private static final Pattern ACCEPTOR = Pattern.compile("<acceptor name=\"(\\w+)\">tcp://0\\.0\\.0\\.0:(\\d+)\\?");
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://([\\w-]+)/([\\w-]+)");
    private static final Pattern FIXED_TAG = Pattern.compile(".+:(?!latest).+");
    private static final Map<String, Set<String>> KNOWN_VARIABLES =
            Map.of("postgres", Set.of("POSTGRES_PASSWORD_FILE", "POSTGRES_HOST_AUTH_METHOD", "POSTGRES_INITDB_ARGS"));

    private final DockerFolder folder;
    private final Composition composition;
    private final Map<String, BoundSettings> settings = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ComposeCheck(DockerFolder folder) {
        this.folder = folder;
        this.composition = folder.composition();
    }

    static List<String> problems(DockerFolder folder) {
        ComposeCheck check = new ComposeCheck(folder);
        check.run();
        return check.problems;
    }

    /// Which of our programs runs in a service, by its Dockerfile.
    static Optional<String> programOf(Service service) {
        return PROGRAMS.stream()
                .filter(program -> service.dockerfile()
                        .filter(path -> path.equals("docker/" + program + "/Dockerfile"))
                        .isPresent())
                .findFirst();
    }

    private void run() {
        for (Service service : composition.services()) {
            confinement(service);
            image(service);
            environment(service);
            programOf(service).ifPresent(program -> program(service, program));
        }
        // The rest compares the programs with one another, and needs them all.
        if (!problems.isEmpty()) return;
        broker();
        database();
        connections();
        names();
    }

    private void say(Service service, String problem) {
        problems.add(service.name() + ": " + problem);
    }

    private void confinement(Service service) {
        if (!Boolean.TRUE.equals(service.keys().get("read_only"))) say(service, "can write its file system");
        if (!service.texts("cap_drop").contains("ALL")) say(service, "keeps capabilities");
        if (service.keys().containsKey("cap_add") || service.keys().containsKey("privileged"))
            say(service, "is given privileges");
        if (!service.texts("security_opt").contains("no-new-privileges:true")) say(service, "may gain privileges");
        if (!service.text("user").matches("[1-9]\\d*:[1-9]\\d*"))
            say(service, "runs as no numbered, unprivileged user");
        if (!service.keys().containsKey("mem_limit")) say(service, "has no limit to its memory");
        if (service.texts("tmpfs").stream().noneMatch(text -> text.startsWith("/tmp:"))) say(service, "has no /tmp");
        for (Mount mount : service.mounts())
            if (!mount.isVolume() && !mount.readOnly()) say(service, "can write " + mount.source());
        for (Port port : service.ports())
            if (!port.host().equals("127.0.0.1") && !isForGatewaysElsewhere(service, port))
                say(service, "publishes port " + port.outside() + " to other machines");
    }

    private static boolean isForGatewaysElsewhere(Service service, Port port) {
        return service.name().equals(BROKER_FOR_ALL) && port.inside() == BROKER_PORT_FOR_GATEWAYS;
    }

    private void image(Service service) {
        if (!FIXED_TAG.matcher(service.text("image")).matches()) say(service, "its image has no fixed tag");
        if (service.dockerfile().isEmpty()) return;
        String path = service.dockerfile().get();
        if (!folder.has(path.replaceFirst("^docker/", ""))) {
            say(service, "there is no " + path);
            return;
        }
        Dockerfile dockerfile = folder.dockerfile(path);
        if (!service.map("build").get("context").equals("..")) say(service, "the build context is not the project");
        for (String from : dockerfile.all("FROM"))
            if (!FIXED_TAG.matcher(from.split(" ")[0]).matches()) say(service, "is built from " + from);
        if (!dockerfile.last("USER").equals(Optional.of(service.text("user"))))
            say(service, "its user is not that of its image");
        String data = dockerfile.last("VOLUME").orElse("");
        if (service.mounts().stream()
                .noneMatch(mount -> mount.isVolume() && mount.target().equals(data)))
            say(service, "no volume is mounted at " + data);
    }

    private void environment(Service service) {
        Set<String> unknown = new TreeSet<>(service.map("environment").keySet());
        unknown.removeAll(KNOWN_VARIABLES.getOrDefault(service.name(), Set.of()));
        if (!unknown.isEmpty()) say(service, "nobody reads the variables " + unknown);
        if (service.keys().containsKey("command") || service.keys().containsKey("entrypoint"))
            say(service, "is started in another way than its image says");
    }

    private void program(Service service, String program) {
        Dockerfile dockerfile = folder.dockerfile(service.dockerfile().orElseThrow());
        List<String> entry = dockerfile.words("ENTRYPOINT");
        String config = entry.getLast();
        Optional<Mount> mount = service.mounts().stream()
                .filter(candidate -> candidate.target().equals(config))
                .findFirst();
        if (mount.isEmpty()) {
            say(service, "nothing is mounted at " + config);
            return;
        }
        String file = mount.get().source().replaceFirst("^\\./", "");
        if (!folder.has(file)) {
            say(service, "there is no " + file);
            return;
        }
        try {
            settings.put(service.name(), BoundSettings.read(program, folder.text(file)));
        } catch (RuntimeException e) {
            say(service, file + " is refused: " + rootOf(e).getMessage());
            return;
        }
        paths(service, config);
        ports(service, dockerfile);
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    private void paths(Service service, String config) {
        Map<String, Path> paths = settings.get(service.name()).every(Path.class);
        Set<Mount> used = new HashSet<>();
        paths.forEach((key, path) -> {
            Optional<Mount> mount = service.mounts().stream()
                    .filter(candidate -> candidate.holds(path.toString()))
                    .findFirst();
            if (mount.isEmpty()) say(service, key + " lies where nothing is mounted: " + path);
            else if (isWritten(key) && mount.get().readOnly()) say(service, key + " cannot be written: " + path);
            else if (!isWritten(key) && mount.get().isVolume())
                say(service, key + " is a secret or a snapshot, and lies on a volume: " + path);
            mount.ifPresent(used::add);
        });
        for (Mount mount : service.mounts())
            if (!used.contains(mount) && !mount.target().equals(config)) say(service, "nobody uses " + mount.target());
    }

    private static boolean isWritten(String key) {
        return Set.of("data", "vaultKey", "tokenFile", "desk.enrolmentFile", "console.enrolmentFile")
                .contains(key);
    }

    /// The web port, and the console's where there is one.
    private static Set<String> served(BoundSettings bound) {
        Set<String> served = new TreeSet<>(Set.of(bound.text("web.port")));
        if (bound.values().get("console.port") != null) served.add(bound.text("console.port"));
        return served;
    }

    /// Passkeys and enrolment links name the address at which browsers come: the port outside, not the one inside.
    private void originIsPublished(Service service, BoundSettings bound, String key) {
        if (bound.values().get(key) == null) return;
        int port = URI.create(bound.text(key)).getPort();
        if (service.ports().stream().noneMatch(published -> published.outside() == port))
            say(service, key + " names the port " + port + ", which is not published");
    }

    private void ports(Service service, Dockerfile dockerfile) {
        BoundSettings bound = settings.get(service.name());
        Set<String> served = served(bound);
        for (Port port : service.ports())
            if (!served.contains(String.valueOf(port.inside())))
                say(service, "publishes port " + port.inside() + ", and serves " + served);
        if (service.ports().isEmpty()) say(service, "publishes no port");
        if (!bound.text("web.host").replaceFirst("^/", "").equals("0.0.0.0"))
            say(service, "listens where no other container can reach it");
        if (!Set.of(dockerfile.last("EXPOSE").orElse("").split(" ", -1)).equals(served))
            say(service, "its image names other ports than " + served);
        for (String origin : List.of("desk.origin", "console.origin")) originIsPublished(service, bound, origin);
        String probe = String.join(" ", dockerfile.words("HEALTHCHECK"));
        Matcher port = PROBE.matcher(probe);
        if (!port.find() || !port.group(1).equals(bound.text("web.managementPort")))
            say(service, "its health is not at " + port + ", but at " + bound.text("web.managementPort"));
        if (!probe.contains("GET /actuator/health/readiness "))
            say(service, "its health check asks for something else");
    }

    private void broker() {
        String xml = folder.text("artemis/etc/broker.xml");
        Map<String, Integer> acceptors = new HashMap<>();
        ACCEPTOR.matcher(xml).results().forEach(m -> acceptors.put(m.group(1), Integer.valueOf(m.group(2))));
        Service broker = composition.service(BROKER_FOR_ALL).orElseThrow();
        Dockerfile dockerfile = folder.dockerfile(broker.dockerfile().orElseThrow());
        Set<String> ports =
                new TreeSet<>(acceptors.values().stream().map(String::valueOf).toList());
        if (!Set.of(dockerfile.last("EXPOSE").orElse("").split(" ")).equals(ports))
            say(broker, "its ports are " + ports);
        Set<String> probed = new TreeSet<>();
        PROBE.matcher(String.join(" ", dockerfile.words("HEALTHCHECK")))
                .results()
                .forEach(m -> probed.add(m.group(1)));
        if (!probed.equals(ports)) say(broker, "its health check looks at " + probed);
        settings.forEach((name, bound) -> {
            Service service = composition.service(name).orElseThrow();
            if (name.equals("hub")) {
                URI url = URI.create(bound.text("broker.url"));
                if (!url.getHost().equals(broker.name()) || url.getPort() != acceptors.get("hub"))
                    say(service, "its broker is not at " + url);
            } else {
                if (!bound.text("hub.host").equals(broker.name()))
                    say(service, "there is no host " + bound.text("hub.host"));
                if (!bound.text("hub.port").equals(String.valueOf(acceptors.get("gateways"))))
                    say(service, "the broker does not listen for gateways at " + bound.text("hub.port"));
                rights(service, bound.text("code"), xml);
            }
        });
        for (Mount mount : broker.mounts())
            if (!mount.isVolume()
                    && !xml.contains(
                            "${artemis.instance.etc}/" + Path.of(mount.target()).getFileName() + "/"))
                say(broker, "nobody uses " + mount.target());
    }

    private void rights(Service service, String code, String xml) {
        for (String file : List.of("gateways", "gateway-roles"))
            if (!folder.text("artemis/etc/" + file + ".properties").contains("\n" + code + "="))
                say(service, "the broker does not know it: " + file + ".properties");
        for (String address : List.of(
                "intake." + code,
                "intake." + code + ".urgent",
                "mailbox.gateway." + code,
                "reports." + code,
                "probes." + code)) {
            if (!xml.contains("<address name=\"" + address + "\">")) say(service, "the broker has no " + address);
            if (!xml.contains("<security-setting match=\"" + address + "\">"))
                say(service, "the broker gives it no right at " + address);
        }
    }

    private void database() {
        String sql = folder.text("postgres/init.sql");
        Service server = composition.service("postgres").orElseThrow();
        settings.forEach((name, bound) -> {
            Service service = composition.service(name).orElseThrow();
            Matcher url = DATABASE.matcher(bound.text("database.url"));
            String user = bound.text("database.user");
            if (!url.matches()) {
                say(service, "its database is not in the compose file");
                return;
            }
            if (!url.group(1).equals(server.name())) say(service, "there is no host " + url.group(1));
            if (!sql.contains("CREATE DATABASE \"" + url.group(2) + "\" OWNER \"" + user + "\";"))
                say(service, "nobody makes the database " + url.group(2) + " of " + user);
            if (!sql.contains("'" + user + "'")) say(service, "nobody makes the user " + user);
        });
        for (Mount mount : server.mounts())
            if (!mount.isVolume()
                    && !mount.target().startsWith("/docker-entrypoint-initdb.d/")
                    && !sql.contains("'" + mount.target() + "/'")) say(server, "nobody uses " + mount.target());
        String password = String.valueOf(server.map("environment").get("POSTGRES_PASSWORD_FILE"));
        if (server.mounts().stream().noneMatch(mount -> mount.readOnly() && mount.holds(password)))
            say(server, "its password lies where nothing is mounted: " + password);
    }

    private void connections() {
        settings.forEach((name, bound) -> {
            Service service = composition.service(name).orElseThrow();
            reaches(service, "postgres");
            reaches(service, BROKER_FOR_ALL);
            if (bound.values().get("hub.logUrl") instanceof URI log) {
                reaches(service, log.getHost());
                String expected = "http://hub:" + settings.get("hub").text("web.port") + "/log";
                if (!log.toString().equals(expected)) say(service, "the log is at " + expected);
            }
            for (String other : settings.keySet())
                if (!other.equals(name) && !other.equals("hub") && !name.equals("hub") && haveInCommon(service, other))
                    say(service, "can reach " + other);
        });
        for (Service service : composition.services())
            service.map("depends_on").forEach((needed, condition) -> {
                Optional<Service> other = composition.service(needed);
                if (other.isEmpty() || !hasHealthCheck(other.get())) say(service, "cannot wait for " + needed);
                if (!String.valueOf(condition).contains("service_healthy")) say(service, "does not wait for " + needed);
            });
    }

    private boolean hasHealthCheck(Service service) {
        return service.keys().containsKey("healthcheck")
                || service.dockerfile()
                        .flatMap(path -> folder.dockerfile(path).last("HEALTHCHECK"))
                        .isPresent();
    }

    private void reaches(Service service, String other) {
        if (!haveInCommon(service, other)) say(service, "has no network in common with " + other);
        if (!service.map("depends_on").containsKey(other)) say(service, "does not wait for " + other);
    }

    private boolean haveInCommon(Service service, String other) {
        return composition.service(other).stream()
                .flatMap(found -> found.texts("networks").stream())
                .anyMatch(service.texts("networks")::contains);
    }

    private void names() {
        Set<String> volumes = new TreeSet<>();
        Set<String> networks = new TreeSet<>();
        for (Service service : composition.services()) {
            service.mounts().stream().filter(Mount::isVolume).map(Mount::source).forEach(volume -> {
                if (!volumes.add(volume)) say(service, "shares the volume " + volume);
            });
            networks.addAll(service.texts("networks"));
        }
        if (!volumes.equals(composition.names("volumes"))) problems.add("volumes: used are " + volumes);
        if (!networks.equals(composition.names("networks"))) problems.add("networks: used are " + networks);
    }
}
