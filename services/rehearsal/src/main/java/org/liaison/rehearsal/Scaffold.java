package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.message.GatewayCode;

/// Where a foundation is made before it counts, so that one that was broken off leaves nothing that a later run takes
/// for whole.
///
/// A draft is thrown away and begun anew. It becomes ready in one rename. From then on it is only carried to its place,
/// part by part, the rulebook last; whoever finds it half carried carries on.
final class Scaffold {

    private final DemoFolder target;
    private final DemoFolder draft;
    private final DemoFolder ready;

    Scaffold(DemoFolder target) {
        this.target = target;
        this.draft = new DemoFolder(target.root().resolve("foundation.new"));
        this.ready = new DemoFolder(target.root().resolve("foundation"));
    }

    /// An empty folder to make a foundation in. What a run that was broken off left there was never used by anybody.
    DemoFolder draft() {
        wipe(draft.root());
        createFolder(draft.root());
        return draft;
    }

    void declareReady() {
        move(draft.root(), ready.root());
    }

    boolean isReady() {
        return Files.exists(ready.root());
    }

    void carryOver() {
        List<Path> from = parts(ready);
        List<Path> to = parts(target);
        for (int i = 0; i < from.size(); i++) {
            if (!Files.exists(from.get(i))) continue;
            createFolder(to.get(i).resolveSibling("."));
            move(from.get(i), to.get(i));
        }
        wipe(ready.root());
    }

    /// Everything that a foundation consists of; the last part says that the others are there.
    private static List<Path> parts(DemoFolder folder) {
        List<Path> parts = new ArrayList<>(
                List.of(folder.pki(), folder.administrators(), folder.hub().resolve("keys")));
        for (GatewayCode code : Cast.gateways()) parts.add(folder.gateway(code).resolve("keys"));
        parts.add(folder.directory());
        parts.add(folder.rulebook());
        return parts;
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + from + " to " + to, e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder.normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    private static void wipe(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
