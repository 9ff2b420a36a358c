package org.liaison.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.check.Consistency;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.tree.Nodes;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// The audit log as a stranger sees it: a signed checkpoint and the tiles of the tree (C2SP tlog-tiles), without a
/// credential. He learns how many entries there are and that none was changed, and nothing of what they say.
final class PublicLog {

    private static final int TILE = 256;
    private static final int DIGEST = 32;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final LogExaminer examiner;

    /// `vkeys` is the file with the log's public keys; `base` the hub's public address.
    PublicLog(URI base, Path vkeys) {
        this.base = base;
        try {
            this.examiner = new LogExaminer(LogKeys.parse(Files.readString(vkeys)));
        } catch (IOException e) {
            throw new DemoFailed("The log's public keys cannot be read: " + vkeys, e);
        }
    }

    /// A checkpoint that was checked: its signatures, and its root against the leaves.
    record Audited(Bytes checkpoint, long size, Digest root) {}

    /// Reads the whole log and computes its root afresh. With `earlier`, a checkpoint seen before, it also proves that
    /// the log has only grown since.
    Audited audit(Optional<Bytes> earlier) {
        Bytes checkpoint = get("/log/checkpoint");
        Audited head = head(checkpoint);
        demand(examiner.consistent(checkpoint, checkpoint, List.of()));
        List<Digest> leaves = leaves(head.size());
        Nodes nodes = nodesOver(leaves);
        if (!Proofs.root(nodes, head.size()).equals(head.root()))
            throw new DemoFailed("The log's root is not the root of its leaves: the log was changed.");
        earlier.ifPresent(before -> demand(examiner.consistent(
                before, checkpoint, Proofs.consistency(nodes, head(before).size(), head.size()))));
        return head;
    }

    private static void demand(Consistency consistency) {
        switch (consistency) {
            case Consistency.Consistent _ -> {}
            case Consistency.Inconsistent(Consistency.Why why) -> throw new DemoFailed(why.sentence());
        }
    }

    private static Audited head(Bytes checkpoint) {
        List<String> lines = checkpoint.utf8().lines().toList();
        return new Audited(checkpoint, Long.parseLong(lines.get(1)), new Digest(Bytes.ofBase64(lines.get(2))));
    }

    private List<Digest> leaves(long size) {
        List<Digest> leaves = new ArrayList<>();
        for (long start = 0; start < size; start += TILE) {
            int width = (int) Math.min(TILE, size - start);
            Bytes tile = get("/log/tile/0/" + number(start / TILE) + (width == TILE ? "" : ".p/" + width));
            if (tile.size() != width * DIGEST)
                throw new DemoFailed("A tile of the log does not have the size it should.");
            for (int i = 0; i < width; i++) leaves.add(new Digest(tile.slice(i * DIGEST, (i + 1) * DIGEST)));
        }
        return leaves;
    }

    /// 1234067 as `x001/x234/067`.
    private static String number(long n) {
        String last = "%03d".formatted(n % 1000);
        for (long rest = n / 1000; rest > 0; rest /= 1000) last = "x%03d/".formatted(rest % 1000) + last;
        return last;
    }

    private static Nodes nodesOver(List<Digest> leaves) {
        return new Nodes() {
            @Override
            public Digest at(int level, long index) {
                return level == 0
                        ? leaves.get((int) index)
                        : Hashing.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            }
        };
    }

    private Bytes get(String path) {
        try {
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200)
                throw new DemoFailed("The hub answers " + response.statusCode() + " for " + path);
            return Bytes.owned(response.body());
        } catch (IOException e) {
            throw new DemoFailed("The hub's log cannot be read at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }
}
