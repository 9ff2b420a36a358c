package org.liaison.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.tree.Nodes;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The audit log as the hub publishes it for everybody (C2SP tlog-tiles). What is read here is
/// believed by nobody: the hub supplies notes and hashes, and proofs are computed from them on
/// this side.
final class PublishedLog {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;

    private final Optional<URI> log;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    PublishedLog(Optional<URI> log) {
        this.log = log;
    }

    /// False where this gateway is not told where the log is published.
    boolean isKnown() {
        return log.isPresent();
    }

    Bytes checkpoint() throws IOException {
        return fetch("checkpoint");
    }

    /// The checkpoints that bear some witness's newest cosignature.
    List<Bytes> cosigned() throws IOException {
        try {
            List<Bytes> notes = new ArrayList<>();
            JsonNode read = StrictJson.MAPPER.readTree(fetch("witnesses").toArray());
            for (JsonNode note : read.path("checkpoints")) notes.add(Bytes.ofUtf8(note.asString("")));
            return List.copyOf(notes);
        } catch (JacksonException e) {
            throw new IOException("the log's witnesses cannot be read", e);
        }
    }

    /// What other gateways are said to have proved against the log. A hub that tells nothing here
    /// is not found out by that, and need not be asked twice.
    List<ChangedLog> disputes() {
        try {
            List<ChangedLog> read = new ArrayList<>();
            for (JsonNode one :
                    StrictJson.MAPPER.readTree(fetch("disputes").toArray()).path("disputes"))
                if (one.path("changedLog") instanceof ObjectNode claim
                        && StrictJson.read(StrictJson.write(claim), "a dispute", ChangedLog::of)
                                instanceof Reading.Clear<ChangedLog>(ChangedLog changed)) read.add(changed);
            return List.copyOf(read);
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }

    /// Proofs over the tree of this size. Each tile is fetched once, when a proof first needs it.
    Tree tree(long size) {
        return new Tree(size);
    }

    private Bytes fetch(String path) throws IOException {
        String base = log.orElseThrow().toString().replaceFirst("(/log)?/?$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/log/" + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 || response.body().length > LARGEST)
                throw new IOException("the log answers " + response.statusCode());
            return Bytes.owned(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static final class TileMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        TileMissing(Throwable cause) {
            super(cause);
        }
    }

    /// Hashes of subtrees from tiles of height 8.
    final class Tree {

        private static final int HEIGHT = 8;
        private static final int WIDTH = 1 << HEIGHT;

        private final long size;
        private final Map<String, Bytes> fetched = new HashMap<>();
        private final Nodes nodes = this::at;

        private Tree(long size) {
            this.size = size;
        }

        /// The proof that this tree grew out of one of `from` leaves; empty where it has fewer.
        List<Digest> pathFrom(long from) throws IOException {
            return path(from, size);
        }

        /// The same between two smaller trees.
        List<Digest> path(long from, long to) throws IOException {
            return from > to || to > size ? List.of() : proof(() -> Proofs.consistency(nodes, from, to));
        }

        /// How this tree proves which root it had at `from`; empty where it is no larger.
        List<Digest> beginningAt(long from) throws IOException {
            return from < 1 || from >= size ? List.of() : proof(() -> Proofs.beginning(nodes, from, size));
        }

        /// The proof that the leaf stands in this tree.
        List<Digest> pathTo(long leaf) throws IOException {
            return proof(() -> Proofs.inclusion(nodes, leaf, size));
        }

        private static List<Digest> proof(Supplier<List<Digest>> computed) throws IOException {
            try {
                return computed.get();
            } catch (TileMissing | IndexOutOfBoundsException e) {
                throw new IOException("a tile of the log cannot be read", e);
            }
        }

        private Digest at(int level, long index) {
            int tileLevel = level / HEIGHT;
            int rows = level % HEIGHT;
            long first = index << rows;
            Bytes tile = tile(tileLevel, first / WIDTH);
            return subtree(tile, (int) (first % WIDTH), 1 << rows);
        }

        private static Digest subtree(Bytes tile, int from, int count) {
            if (tile.size() < 32 * (from + count)) throw new IndexOutOfBoundsException("a tile is too short");
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
            }
        }

        /// "N is the index of the tile, encoded into zero-padded 3-digit path elements. All but
        /// the last path element MUST begin with an x."
        private static String number(long index) {
            String digits = "%03d".formatted(index % 1000);
            for (long rest = index / 1000; rest > 0; rest /= 1000) digits = "x%03d/".formatted(rest % 1000) + digits;
            return digits;
        }
    }
}
