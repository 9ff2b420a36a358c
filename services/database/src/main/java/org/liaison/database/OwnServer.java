package org.liaison.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A PostgreSQL server of the program's own: it keeps everything under one folder, listens on the loopback
/// address only, knows one user, and asks that user for a password even there, for others may have accounts on
/// the machine.
///
/// The server does not outlive the program. A clean end stops it; when the program is killed, the [Keeper]
/// stops it; and should the keeper have been killed too, the next start finds the orphan and stops it first.
final class OwnServer implements AutoCloseable {

    private static final int START_ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServerFolder folder;
    private final Command command;
    private final FolderLock lock;
    private final Keeper keeper;
    private final int port;

    private OwnServer(ServerFolder folder, Command command, FolderLock lock, Keeper keeper, int port) {
        this.folder = folder;
        this.command = command;
        this.lock = lock;
        this.keeper = keeper;
        this.port = port;
    }

    static OwnServer start(DatabaseSettings settings) {
        return start(settings, List.of());
    }

    /// `extra` overrides server settings; only tests need it.
    static OwnServer start(DatabaseSettings settings, List<String> extra) {
        ServerFolder folder = new ServerFolder(settings.folder().resolve("postgresql"));
        try {
            Folders.createPrivate(folder.root());
            FolderLock lock = FolderLock.take(folder.root());
            try {
                Command command = Command.of(Binaries.unpacked());
                stopOrphan(folder, command);
                folder.keepPreviousLog();
                if (!Files.isDirectory(folder.data())) initialise(folder, command, settings.user());
                int port = startOnFreePort(folder, command, settings.connections(), extra);
                Keeper keeper = Keeper.watch(command, folder.postmaster().orElseThrow());
                return new OwnServer(folder, command, lock, keeper, port);
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The database folder " + folder.root() + " cannot be used: " + e.getMessage() + ". Check its owner"
                            + " and the free space.",
                    e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Path passwordFile() {
        return folder.password();
    }

    long postmaster() {
        return folder.postmaster().orElseThrow();
    }

    @Override
    public void close() {
        try {
            if (folder.postmaster().isPresent()) stop(folder, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            keeper.dismiss();
            lock.close();
        }
    }

    private static void stopOrphan(ServerFolder folder, Command command) throws IOException {
        if (folder.postmaster().isPresent()) stop(folder, command);
    }

    private static void stop(ServerFolder folder, Command command) throws IOException {
        command.run(folder.log(), "pg_ctl", "stop", "-D", folder.data().toString(), "-m", "fast", "-w", "-t", "60");
    }

    /// Into a folder beside the goal, which is moved into place when complete: an interrupted attempt leaves
    /// nothing that looks like a database.
    private static void initialise(ServerFolder folder, Command command, String user) throws IOException {
        Path beside = folder.root().resolve("data.unfinished");
        Folders.delete(beside);
        Files.deleteIfExists(folder.password());
        byte[] password = new byte[24];
        RANDOM.nextBytes(password);
        Files.writeString(
                Folders.createPrivateFile(folder.password()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(password));
        command.run(
                folder.log(),
                "initdb",
                "--pgdata=" + beside,
                "--username=" + user,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        Files.move(beside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Another program may take the port between our choice and the server's start: then we choose again.
    private static int startOnFreePort(ServerFolder folder, Command command, int connections, List<String> extra)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            List<String> options = new ArrayList<>();
            for (String setting : ServerSettings.of(port, connections)) options.add("-c " + setting);
            for (String setting : extra) options.add("-c " + setting);
            try {
                command.run(
                        folder.log(),
                        "pg_ctl",
                        "start",
                        "-D",
                        folder.data().toString(),
                        "-l",
                        folder.log().toString(),
                        "-o",
                        String.join(" ", options),
                        "-w",
                        "-t",
                        "90");
                return port;
            } catch (DatabaseUnusable e) {
                if (attempt == START_ATTEMPTS || !folder.logMentions("Address already in use")) throw e;
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
