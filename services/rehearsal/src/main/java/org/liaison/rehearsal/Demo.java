package org.liaison.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.client.ClientFile;
import org.liaison.rehearsal.client.ClientFile.Site;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.Token;
import tools.jackson.databind.JsonNode;

/// The main job, shown: three States, a hub, a referral and a request for assistance from desk to desk, every step
/// proven. What it plays is in [Script], who plays in [Cast].
public final class Demo {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final DemoFolder folder;
    private final Function<DemoFolder, Programs> start;
    private final Narrator narrator;

    private Demo(DemoFolder folder, Function<DemoFolder, Programs> start, Narrator narrator) {
        this.folder = folder;
        this.start = start;
        this.narrator = narrator;
    }

    /// `once`: end after the play; else stay until the process is told to end. `start` says how the programs run.
    public static void run(Path dir, boolean once, Function<DemoFolder, Programs> start, PrintWriter out) {
        new Demo(new DemoFolder(dir), start, new Narrator(out)).run(once);
    }

    /// Everything that has to be there before the first program starts. Answers whether it had to be made.
    public static boolean prepare(DemoFolder folder) {
        privateFolder(folder.root());
        privateFolder(folder.logs());
        return Foundation.lay(folder, Clock.systemUTC().instant());
    }

    /// Waits until every gateway answers and is connected to the hub, and writes down how to reach them.
    public static ClientFile connect(DemoFolder folder, Programs programs) {
        List<Site> sites = new ArrayList<>();
        for (GatewayCode code : Cast.gateways()) {
            URI url = Optional.ofNullable(programs.gateways().get(code)).orElseThrow();
            Token token = Patience.await(
                    code + " to make its token",
                    START_LIMIT,
                    () -> Files.exists(folder.token(code))
                            ? Optional.of(read(folder.token(code)).utf8().strip())
                                    .filter(text -> !text.isEmpty())
                                    .map(Token::new)
                            : Optional.empty());
            sites.add(new Site(code.value(), url, token, Cast.authoritiesAt(code)));
        }
        ClientFile client = new ClientFile(sites);
        client.write(folder.client());
        for (Site site : sites)
            Patience.await(site.gateway() + " to reach the hub", START_LIMIT, () -> isConnected(site));
        return client;
    }

    private static Optional<Boolean> isConnected(Site site) {
        try {
            JsonNode status = site.desk().status().json();
            return Optional.of(status.path("hub").path("connected").asBoolean(false))
                    .filter(connected -> connected);
        } catch (GatewayUnreachable e) {
            return Optional.empty(); // it is still starting
        }
    }

    private void run(boolean once) {
        privateFolder(folder.root());
        try (FileChannel channel =
                        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            narrator.opening(folder);
            long began = System.nanoTime();
            boolean made = prepare(folder);
            narrator.setUp(
                    made
                            ? "Made a PKI, keys for 12 authorities, directory and rulebook"
                            : "Found keys and cases of an earlier run",
                    since(began));
            long starting = System.nanoTime();
            try (Programs programs = start.apply(folder)) {
                ClientFile client = connect(folder, programs);
                narrator.setUp("Started " + String.join(", ", programs.description()), since(starting));
                Performance performance = perform(programs, client);
                if (!once) stay(programs, Script.whatNext(folder, programs, client, performance));
            }
        } catch (IOException e) {
            throw new DemoFailed("The folder " + folder.root() + " cannot be used", e);
        }
    }

    private Performance perform(Programs programs, ClientFile client) {
        PublicLog log = new PublicLog(programs.log(), folder.trust().resolve("log.vkey"));
        Path seen = folder.root().resolve("log.checkpoint");
        Optional<Bytes> earlier = Files.exists(seen) ? Optional.of(read(seen)) : Optional.empty();
        Bytes before = log.audit(earlier).checkpoint();
        Performance performance =
                new Performance(code -> client.serving(code).orElseThrow().desk(), narrator);
        for (Script.Act act : Script.ACTS) {
            narrator.act(act.title());
            act.scenes().forEach(performance::play);
        }
        PublicLog.Audited after = log.audit(Optional.of(before));
        try {
            Files.write(seen, after.checkpoint().toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        narrator.closing(performance.tally(), after.size());
        return performance;
    }

    private void stay(Programs programs, List<String> whatNext) {
        CountDownLatch end = new CountDownLatch(1);
        Thread closing = new Thread(() -> {
            end.countDown();
            programs.close();
        });
        Runtime.getRuntime().addShutdownHook(closing);
        narrator.lines(whatNext);
        try {
            end.await();
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException e) {
            // the same answer as for another process
        }
        throw new DemoFailed(
                "A demo is running in " + folder.root() + " already; end it, or name another folder with --dir.");
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void privateFolder(Path path) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new DemoFailed("The folder " + path + " cannot be made", e);
        }
    }
}
