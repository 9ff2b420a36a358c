package org.liaison.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liaison.auditlog.check.Consistency;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.tree.Nodes;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Wire;

/// Asks the published log whether it still stands by what it proved to us: the newest checkpoint must
/// have grown out of
/// each one that our receipts were made under. The proof is computed here from tiles; the hub only supplies hashes.
final class LogWatch {

    private static final String CHECK = "LOG_CONSISTENCY";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 128 * 1024;

    private final Optional<URI> log;
    private final LogExaminer examiner;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    LogWatch(Optional<URI> log, LogExaminer examiner, Checkpoints checkpoints, Clock clock) {
        this.log = log;
        this.examiner = examiner;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /// Absent where there is no receipt to hold against the log.
    Optional<Views.Check> consistency(List<Wire.Receipt> receipts) {
        if (receipts.isEmpty()) return Optional.empty();
        if (log.isEmpty())
            return Optional.of(notChecked("this gateway is not told where the log is published (gateway.hub.log-url)"));
        TreeMap<Long, Bytes> older = new TreeMap<>();
        for (Wire.Receipt receipt : receipts)
            older.put(receipt.proof().treeSize(), receipt.proof().checkpoint());
        try {
            return Optional.of(compare(older, fetch("checkpoint")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(notChecked("the published log cannot be read now"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(notChecked("interrupted"));
        }
    }

    private Views.Check compare(Map<Long, Bytes> older, Bytes newest) throws IOException, InterruptedException {
        String[] lines = newest.utf8().split("\n", 4);
        if (lines.length < 4) throw new IllegalArgumentException("not a checkpoint");
        long size = Long.parseLong(lines[1]);
        Tiles tiles = new Tiles(size);
        for (Map.Entry<Long, Bytes> one : older.entrySet()) {
            List<Digest> path = one.getKey() > size ? List.of() : path(tiles, one.getKey(), size);
            if (examiner.consistent(one.getValue(), newest, path) instanceof Consistency.Inconsistent(var why))
                return new Views.Check(CHECK, "checkpoint " + one.getKey(), "FAILED", why.sentence());
        }
        checkpoints.note(size, new Digest(Bytes.ofBase64(lines[2])), newest, clock.instant());
        return new Views.Check(
                CHECK,
                "checkpoints " + older.keySet(),
                "PASSED",
                "the log's newest checkpoint, of " + size + " entries, grew out of them");
    }

    private static List<Digest> path(Tiles tiles, long from, long to) throws IOException {
        try {
            return Proofs.consistency(tiles, from, to);
        } catch (TileMissing e) {
            throw new IOException(e);
        }
    }

    private Bytes fetch(String path) throws IOException, InterruptedException {
        String base = log.orElseThrow().toString().replaceFirst("(/log)?/?$", "");
        URI uri = URI.create(base + "/log/" + path);
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200 || response.body().length > LARGEST)
            throw new IOException("the log answers " + response.statusCode());
        return Bytes.owned(response.body());
    }

    private static Views.Check notChecked(String why) {
        return new Views.Check(CHECK, "log", "NOT_CHECKED", why);
    }

    private static final class TileMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        TileMissing(Throwable cause) {
            super(cause);
        }
    }

    /// Hashes of subtrees from tiles (C2SP tlog-tiles, height 8), each tile fetched once.
    private final class Tiles implements Nodes {

        private static final int HEIGHT = 8;
        private static final int WIDTH = 1 << HEIGHT;

        private final long size;
        private final Map<String, Bytes> fetched = new HashMap<>();

        Tiles(long size) {
            this.size = size;
        }

        @Override
        public Digest at(int level, long index) {
            int tileLevel = level / HEIGHT;
            int rows = level % HEIGHT;
            long first = index << rows;
            Bytes tile = tile(tileLevel, first / WIDTH);
            return subtree(tile, (int) (first % WIDTH), 1 << rows);
        }

        private static Digest subtree(Bytes tile, int from, int count) {
            if (count == 1) return new Digest(tile.slice(32 * from, 32 * from + 32));
            return Hashing.node(subtree(tile, from, count / 2), subtree(tile, from + count / 2, count / 2));
        }

        private Bytes tile(int level, long index) {
            long width = Math.min(WIDTH, (size >> (HEIGHT * level)) - index * WIDTH);
            String path = "tile/" + level + "/" + number(index) + (width < WIDTH ? ".p/" + width : "");
            return fetched.computeIfAbsent(path, this::fetchTile);
        }

        private Bytes fetchTile(String path) {
            try {
                return fetch(path);
            } catch (IOException e) {
                throw new TileMissing(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TileMissing(e);
            }
        }

        /// "N is the index of the tile, encoded into zero-padded 3-digit path elements. All but the
        /// last path element MUST begin with an x."
        private static String number(long index) {
            String digits = "%03d".formatted(index % 1000);
            for (long rest = index / 1000; rest > 0; rest /= 1000) digits = "x%03d/".formatted(rest % 1000) + digits;
            return digits;
        }
    }
}
