package org.liaison.auditlog.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// A book that forgets everything when the program ends: for tests of whoever writes into one.
public final class BookInMemory implements Book {

    private final LogSigner signer;
    private final List<Row> rows = new ArrayList<>();
    private final Map<MessageId, List<Row>> traces = new HashMap<>();
    private final Set<Long> statements = new HashSet<>();
    private final Map<MessageId, Row> submissions = new HashMap<>();
    private final Map<TileId, Tile> tiles = new HashMap<>();
    private final Map<Long, Bytes> checkpoints = new HashMap<>();
    private Published published;

    public BookInMemory(LogSigner signer) {
        this.signer = signer;
        Checkpoint head = new Checkpoint(signer.origin(), 0, Hashing.emptyRoot());
        Bytes note = signer.sign(head.noteText());
        this.published = Published.of(head, note, new Edge.Growth(Edge.empty(), List.of()), this::stored);
        checkpoints.put(0L, note);
    }

    @Override
    public synchronized List<Wire.Receipt> append(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        List<Draft> drafts = Draft.of(entries);
        refuseRepeated(drafts);
        List<Row> added = new ArrayList<>();
        for (Draft draft : drafts) added.add(Row.of(rows.size() + added.size(), draft));
        Edge.Growth growth =
                published.edge().grow(added.stream().map(Row::leafHash).toList());
        Published next = publish(growth);
        rows.addAll(added);
        for (int i = 0; i < added.size(); i++) index(drafts.get(i), added.get(i));
        published = next;
        return added.stream().map(next::receipt).toList();
    }

    @Override
    public synchronized Map<MessageId, Wire.Receipt> submissions(Collection<MessageId> messages) {
        Map<MessageId, Wire.Receipt> found = new LinkedHashMap<>();
        for (MessageId message : messages) {
            Row row = submissions.get(message);
            if (row != null) found.put(message, published.receipt(row));
        }
        return found;
    }

    @Override
    public synchronized List<Wire.Receipt> trace(MessageId message) {
        return traces.getOrDefault(message, List.of()).stream()
                .map(published::receipt)
                .toList();
    }

    @Override
    public synchronized List<Wire.Receipt> statements(Collection<MessageId> messages) {
        return messages.stream()
                .distinct()
                .flatMap(message -> traces.getOrDefault(message, List.of()).stream())
                .filter(row -> statements.contains(row.index()))
                .sorted(Comparator.comparingLong(Row::index))
                .map(published::receipt)
                .toList();
    }

    @Override
    public synchronized Checkpoint head() {
        return published.head();
    }

    @Override
    public synchronized Bytes checkpoint() {
        return published.note();
    }

    @Override
    public synchronized Optional<Bytes> checkpointAt(long size) {
        return Optional.ofNullable(checkpoints.get(size));
    }

    @Override
    public synchronized Optional<Bytes> tile(int level, long index, int width) {
        return published.tile(level, index, width);
    }

    @Override
    public synchronized List<Digest> consistency(long from, long to) {
        return published.consistency(from, to);
    }

    @Override
    public Optional<String> hindrance() {
        return Optional.empty();
    }

    private void refuseRepeated(List<Draft> drafts) {
        Set<MessageId> repeated = new HashSet<>();
        for (Draft draft : drafts)
            draft.submission().filter(submissions::containsKey).ifPresent(repeated::add);
        if (!repeated.isEmpty()) throw new AlreadyRecorded(repeated);
    }

    private Published publish(Edge.Growth growth) {
        growth.filled().forEach(tile -> tiles.put(tile.id(), tile));
        Published unsigned = Published.of(published.head(), published.note(), growth, this::stored);
        long size = growth.edge().size();
        Checkpoint head = new Checkpoint(signer.origin(), size, Proofs.root(unsigned, size));
        Bytes note = signer.sign(head.noteText());
        checkpoints.put(size, note);
        return Published.of(head, note, growth, this::stored);
    }

    private void index(Draft draft, Row row) {
        draft.entry()
                .messageId()
                .ifPresent(message ->
                        traces.computeIfAbsent(message, _ -> new ArrayList<>()).add(row));
        draft.submission().ifPresent(message -> submissions.put(message, row));
        if (draft.entry().event() == Entry.Event.RECIPIENT_EVIDENCE) statements.add(row.index());
    }

    private Tile stored(TileId id) {
        return Objects.requireNonNull(tiles.get(id), "a full tile is kept");
    }
}
