package org.liaison.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.gateway.GatewayProgram;
import org.liaison.hub.HubProgram;
import org.liaison.message.GatewayCode;

/// Hub and gateways in this Java machine. They still meet over mutual TLS and share no object.
public final class OneMachine implements Programs {

    private static final String HUB = "hub";

    private final AtomicReference<HubProgram.@Nullable Running> hub = new AtomicReference<>();
    private final Map<GatewayCode, GatewayProgram.Running> gateways = new ConcurrentHashMap<>();

    private OneMachine() {}

    /// All of them, with configuration files made for the occasion.
    public static Programs start(DemoFolder folder) {
        Configurations.write(folder);
        return start(folder, Cast.gateways());
    }

    /// Starts them side by side: a gateway does not mind that the hub is not there yet. Where one fails, all end.
    static OneMachine start(DemoFolder folder, List<GatewayCode> codes) {
        return start(folder, codes, file -> HubProgram.start(file, HubProgram.Logging.LEFT_ALONE));
    }

    /// `hubs` starts the hub from its configuration file.
    static OneMachine start(DemoFolder folder, List<GatewayCode> codes, Function<Path, HubProgram.Running> hubs) {
        // Tomcat keeps its home in a property of the whole machine, and makes it anew where it is gone: four at once
        // would get in each other's way.
        System.setProperty("catalina.home", folder.root().toString());
        OneMachine machine = new OneMachine();
        Map<String, Future<?>> starts = new LinkedHashMap<>();
        try (ExecutorService starters = Executors.newFixedThreadPool(1 + codes.size())) {
            starts.put(HUB, starters.submit(() -> machine.hub.set(hubs.apply(folder.hubConfiguration()))));
            for (GatewayCode code : codes)
                starts.put(code.value(), starters.submit(() -> machine.startGateway(folder, code)));
        }
        starts.forEach((name, start) -> {
            if (start.state() == Future.State.SUCCESS) return;
            machine.close();
            throw new DemoFailed(
                    name + " did not start: " + rootOf(start.exceptionNow()).getMessage());
        });
        return machine;
    }

    void startGateway(DemoFolder folder, GatewayCode code) {
        gateways.put(code, GatewayProgram.start(folder.gatewayConfiguration(code), GatewayProgram.Logging.LEFT_ALONE));
    }

    /// In good order.
    void stopGateway(GatewayCode code) {
        GatewayProgram.Running running = gateways.remove(code);
        if (running == null) throw new IllegalStateException(code + " is not running");
        running.close();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) root = cause;
        return root;
    }

    @Override
    public URI log() {
        HubProgram.Running running = hub.get();
        if (running == null) throw new IllegalStateException("the hub is not running");
        return URI.create("http://127.0.0.1:" + running.webPort());
    }

    @Override
    public URI console() {
        HubProgram.Running running = hub.get();
        if (running == null) throw new IllegalStateException("the hub is not running");
        return URI.create("http://127.0.0.1:" + running.consolePort());
    }

    @Override
    public Map<GatewayCode, URI> gateways() {
        Map<GatewayCode, URI> urls = new HashMap<>();
        gateways.forEach((code, gateway) -> urls.put(code, gateway.url()));
        return urls;
    }

    @Override
    public List<String> description() {
        List<String> names = new ArrayList<>(List.of(HUB));
        gateways.keySet().stream().map(GatewayCode::value).sorted().forEach(names::add);
        return names;
    }

    @Override
    public void close() {
        gateways.values().forEach(GatewayProgram.Running::close);
        HubProgram.Running running = hub.getAndSet(null);
        if (running != null) running.close();
    }
}
