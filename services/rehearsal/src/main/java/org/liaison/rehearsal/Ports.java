package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.liaison.message.GatewayCode;

/// Where the programs of a demo listen on this machine: the usual ports where they are free, else others.
public record Ports(int broker, int log, int health, Map<GatewayCode, Integer> gateways) {

    private static final int BROKER = 61617;
    private static final int LOG = 8480;
    private static final int HEALTH = 8481;
    private static final int FIRST_GATEWAY = 8491;

    static Ports choose() {
        Set<Integer> taken = new HashSet<>();
        int broker = free(BROKER, taken);
        int log = free(LOG, taken);
        int health = free(HEALTH, taken);
        Map<GatewayCode, Integer> gateways = new HashMap<>();
        int next = FIRST_GATEWAY;
        for (GatewayCode code : Cast.gateways()) gateways.put(code, free(next++, taken));
        return new Ports(broker, log, health, Map.copyOf(gateways));
    }

    public int of(GatewayCode code) {
        return gateways.getOrDefault(code, 0);
    }

    private static int free(int wish, Set<Integer> taken) {
        int port = taken.contains(wish) ? bind(0) : bind(wish);
        if (port < 0) port = bind(0);
        taken.add(port);
        return port;
    }

    /// The port bound for a moment, or -1 where it is taken.
    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (port == 0) throw new UncheckedIOException("this machine has no free port", e);
            return -1;
        }
    }
}
