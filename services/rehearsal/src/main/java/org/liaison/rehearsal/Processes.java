package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.liaison.message.GatewayCode;

/// Hub and gateways as processes of their own, as in service: nothing connects them but the network. What they say goes
/// to `log/<program>.log`.
public final class Processes implements Programs {

    private static final String HUB = "hub";
    /// The same options as in the launcher, which says why.
    private static final List<String> MACHINE = List.of(
            "-XX:+UseSerialGC",
            "-XX:-OptimizeStringConcat",
            "-Xmx192m",
            "-XX:MetaspaceSize=128m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC");

    private final DemoFolder folder;
    private final Ports ports;
    private final List<String> javaOptions;
    private final Map<String, Process> running = new HashMap<>();

    private Processes(DemoFolder folder, Ports ports, List<String> javaOptions) {
        this.folder = folder;
        this.ports = ports;
        this.javaOptions = List.copyOf(javaOptions);
    }

    public static Processes start(DemoFolder folder) {
        return start(folder, Cast.gateways(), List.of());
    }

    /// Hub and some of the gateways, their Java machines with further options.
    public static Processes start(DemoFolder folder, List<GatewayCode> gateways, List<String> javaOptions) {
        Processes programs = new Processes(folder, Configurations.write(folder), javaOptions);
        programs.startHub();
        gateways.forEach(programs::startGateway);
        return programs;
    }

    public Ports ports() {
        return ports;
    }

    public void startHub() {
        start(HUB, folder.hubConfiguration());
    }

    public void startGateway(GatewayCode code) {
        start(code.value(), folder.gatewayConfiguration(code));
    }

    /// Without a word of warning (`kill -9`).
    public void killHub() {
        kill(HUB);
    }

    public void kill(String name) {
        Process process = process(name);
        process.destroyForcibly();
        await(process);
    }

    /// In good order (`kill -15`).
    public void stop(String name) {
        Process process = process(name);
        process.destroy();
        await(process);
        running.remove(name);
    }

    public long pid(String name) {
        return process(name).pid();
    }

    private Process process(String name) {
        Process process = running.get(name);
        if (process == null) throw new IllegalStateException(name + " is not running");
        return process;
    }

    private void start(String name, Path configuration) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MACHINE);
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        command.addAll(List.of(name.equals(HUB) ? HUB : "gateway", configuration.toString()));
        Path log = folder.logs().resolve(name + ".log");
        try {
            running.put(
                    name,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    @Override
    public URI log() {
        return URI.create("http://127.0.0.1:" + ports.log());
    }

    @Override
    public URI console() {
        return URI.create("http://127.0.0.1:" + ports.console());
    }

    @Override
    public Map<GatewayCode, URI> gateways() {
        Map<GatewayCode, URI> urls = new HashMap<>();
        for (GatewayCode code : Cast.gateways()) urls.put(code, URI.create("http://127.0.0.1:" + ports.of(code)));
        return urls;
    }

    @Override
    public List<String> description() {
        List<String> names = new ArrayList<>();
        running.forEach((name, process) -> names.add(name + " (" + process.pid() + ")"));
        return names.stream().sorted().toList();
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroy);
        running.values().forEach(Processes::await);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
