package org.liaison.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line from a program to another on this machine, which can be cut and mended. While it is
/// cut nobody listens.
final class Cable implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(int exit) throws IOException {
        this.exit = exit;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int entrance() {
        return entrance.getLocalPort();
    }

    /// Everything that goes through it breaks, as by a switch that is turned off.
    void cut() {
        cut = true;
        sockets.forEach(Cable::close);
        sockets.clear();
    }

    void mend() {
        cut = false;
    }

    private void listen() {
        while (!entrance.isClosed())
            try {
                Socket in = entrance.accept();
                if (cut) close(in);
                else join(in);
            } catch (IOException e) {
                // The entrance was closed, or nobody is at the exit: whoever came is sent away.
            }
    }

    private void join(Socket in) throws IOException {
        sockets.add(in);
        try {
            Socket out = new Socket(InetAddress.getLoopbackAddress(), exit);
            sockets.add(out);
            Thread.ofVirtual().start(() -> copy(in, out));
            Thread.ofVirtual().start(() -> copy(out, in));
        } catch (IOException e) {
            close(in);
            throw e;
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One end let go; both sockets are closed now.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
