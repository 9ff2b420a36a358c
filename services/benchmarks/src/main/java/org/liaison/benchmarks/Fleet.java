package org.liaison.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.Processes;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.Token;

/// One hub and two gateways, each in a process of its own, on the loopback address. The third State's gateway is not
/// started: its key is the load driver's.
final class Fleet implements AutoCloseable {

    static final GatewayCode SENDING = new GatewayCode("gateway-xc");
    static final GatewayCode RECEIVING = new GatewayCode("gateway-xa");

    private static final String HUB = "hub";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final int ATTEMPTS = 3;

    /// What the operating system says of it (EADDRINUSE), whichever library asked.
    private static final String PORT_TAKEN = "Address already in use";

    private final DemoFolder folder;
    private final Processes processes;
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Set<Long> watching = new HashSet<>();
    private final Thread atExit;

    private Fleet(DemoFolder folder, Processes processes) {
        this.folder = folder;
        this.processes = processes;
        programs.put(HUB, new Program(HUB, processes.pid(HUB), folder.hub()));
        for (GatewayCode code : List.of(SENDING, RECEIVING))
            programs.put(code.value(), new Program(code.value(), processes.pid(code.value()), folder.gateway(code)));
        this.atExit = new Thread(processes::close);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Returns when both gateways are connected to the hub. Between the choice of a port and the moment a program
    /// listens there, somebody else may take it: then all start anew, with other ports.
    static Fleet start(DemoFolder folder, List<String> javaOptions) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++)
            try {
                return startOnce(folder, javaOptions);
            } catch (PortTaken _) {
                // The next attempt chooses others.
            }
        return startOnce(folder, javaOptions);
    }

    private static Fleet startOnce(DemoFolder folder, List<String> javaOptions) {
        Fleet fleet = new Fleet(folder, Processes.start(folder, List.of(SENDING, RECEIVING), javaOptions));
        try {
            for (GatewayCode code : List.of(SENDING, RECEIVING))
                fleet.await(code + " to reach the hub", () -> fleet.isConnected(code));
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    Program hub() {
        return program(HUB);
    }

    Program program(GatewayCode code) {
        return program(code.value());
    }

    private Program program(String name) {
        return Optional.ofNullable(programs.get(name)).orElseThrow();
    }

    DemoFolder folder() {
        return folder;
    }

    int brokerPort() {
        return processes.ports().broker();
    }

    Desk desk(GatewayCode code) {
        try {
            String token = Files.readString(folder.token(code)).strip();
            // The file is there a moment before its content.
            if (token.isEmpty()) throw new GatewayUnreachable("there is no token yet");
            return new Desk(Optional.ofNullable(processes.gateways().get(code)).orElseThrow(), new Token(token));
        } catch (IOException e) {
            throw new GatewayUnreachable("there is no token yet");
        }
    }

    /// A gateway's tables, looked at from outside. What the looking costs the server is not the gateway's.
    Books books(GatewayCode code) {
        Books books = Books.of(program(code));
        watching.add(books.serverProcess());
        return books;
    }

    /// CPU-seconds so far, by program.
    Map<String, CpuTime> cpu() {
        Map<String, CpuTime> cpu = new LinkedHashMap<>();
        programs.forEach((name, program) -> cpu.put(name, program.cpu(watching)));
        return cpu;
    }

    /// What was used since `before`.
    Map<String, CpuTime> cpuSince(Map<String, CpuTime> before) {
        Map<String, CpuTime> used = cpu();
        used.replaceAll((name, now) -> now.minus(before.getOrDefault(name, CpuTime.NONE)));
        return used;
    }

    Map<String, Long> peakMebibytes() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        programs.forEach((name, program) -> peaks.put(name, program.peakMebibytes()));
        return peaks;
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            for (Program program : programs.values()) if (!program.isAlive()) throw ended(program.name());
            if (System.nanoTime() > end)
                throw new BenchFailed("waited " + START_LIMIT.toSeconds() + " s in vain for " + what);
            Pause.millis(100);
        }
    }

    private BenchFailed ended(String name) {
        String said = tail(name);
        String sentence = name + " ended. The end of what it logged:\n" + said;
        return said.contains(PORT_TAKEN) ? new PortTaken(sentence) : new BenchFailed(sentence);
    }

    private static final class PortTaken extends BenchFailed {
        private static final long serialVersionUID = 1;

        PortTaken(String sentence) {
            super(sentence);
        }
    }

    private String tail(String name) {
        try {
            List<String> lines = Files.readAllLines(folder.logs().resolve(name + ".log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private boolean isConnected(GatewayCode code) {
        try {
            return desk(code).status().json().path("hub").path("connected").asBoolean(false);
        } catch (GatewayUnreachable e) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This program itself is ending, and the hook does the same.
        }
    }
}
