package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.liaison.message.GatewayCode;

/// Where the programs of a demo listen on this machine. Chosen at random, because between the choice and the moment a
/// program listens there is time for another demo to start: with usual ports both would choose the same, and one would
/// then speak with the other's gateways. And not among those that systems give to whoever calls out (from 32768 on
/// Linux, from 49152 by RFC 6335): of these hundreds are taken and left each second.
public record Ports(int broker, int log, int health, int console, Map<GatewayCode, Integer> gateways) {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;
    private static final Random RANDOM = new SecureRandom();

    static Ports choose() {
        List<GatewayCode> codes = Cast.gateways();
        List<Integer> free = free(4 + codes.size());
        Map<GatewayCode, Integer> gateways = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) gateways.put(codes.get(i), free.get(4 + i));
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), Map.copyOf(gateways));
    }

    int of(GatewayCode code) {
        return gateways.getOrDefault(code, 0);
    }

    /// All are held until the last is found, so that no two are the same.
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int tries = 0; held.size() < count; tries++) {
                if (tries == TRIES) throw new IllegalStateException("this machine has no free port");
                listen(RANDOM.nextInt(LOWEST, HIGHEST)).ifPresent(held::add);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(Ports::release);
        }
    }

    /// Empty where somebody else listens.
    private static Optional<ServerSocket> listen(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a port cannot be given back", e);
        }
    }
}
