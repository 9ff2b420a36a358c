package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liaison.message.GatewayCode;

/// Where the programs of a demo listen on this machine. The operating system chooses, at random, because between the
/// choice and the moment a program listens there is time for another demo to start: with usual ports both would choose
/// the same, and one would then speak with the other's gateways.
public record Ports(int broker, int log, int health, int console, Map<GatewayCode, Integer> gateways) {

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
    private static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no free port", e);
        } finally {
            held.forEach(Ports::release);
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
