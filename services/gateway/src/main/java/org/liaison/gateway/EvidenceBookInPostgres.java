package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liaison.gateway.Copies.Place;
import org.liaison.gateway.EvidenceRows.Held;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.EvidenceBook;
import org.liaison.routes.gateway.Kept;
import org.liaison.routes.gateway.Passage;
import org.liaison.routes.gateway.Proofs.Proven;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Evidence about our own messages, and what it moves: a batch costs as many statements as a single one.
final class EvidenceBookInPostgres implements EvidenceBook {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final EvidenceRows rows;
    private final Passages passages;
    private final Checkpoints checkpoints;

    EvidenceBookInPostgres(Records records, EvidenceRows rows, Checkpoints checkpoints) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.rows = rows;
        this.passages = new Passages(records.database());
        this.checkpoints = checkpoints;
    }

    @Override
    public List<Kept> keep(List<Proven> proven, Instant now) {
        return transaction.execute(_ -> {
            Map<Place, Sent> sent = sent(proven);
            List<Proven> ours =
                    proven.stream().filter(one -> isOurs(one.evidence(), sent)).toList();
            Set<EvidenceRows.Key> fresh = rows.insert(
                    ours.stream()
                            .map(one -> Held.by(one.evidence().sender(), one))
                            .toList(),
                    now);
            Progress progress = new Progress(passages.of(copies(ours)));
            List<Kept> kept = new ArrayList<>();
            for (Proven one : proven) kept.add(keep(one, isOurs(one.evidence(), sent), fresh, progress));
            passages.move(progress.moves(), now);
            finish(progress.settled());
            checkpoints.note(proven, now);
            return kept;
        });
    }

    /// Evidence that comes twice in one batch is fresh once.
    private static Kept keep(Proven proven, boolean isOurs, Set<EvidenceRows.Key> fresh, Progress progress) {
        Evidence evidence = proven.evidence();
        if (!isOurs) return new Kept.NotOurs(evidence);
        Optional<Passage.Event> event = Passage.Event.of(evidence.event());
        boolean isFresh = fresh.remove(Held.by(evidence.sender(), proven).key());
        if (!isFresh || event.isEmpty()) return new Kept.KnownBefore(evidence);
        return progress.advance(evidence, event.get());
    }

    private static Set<Place> copies(List<Proven> proven) {
        Set<Place> copies = new HashSet<>();
        for (Proven one : proven) copies.add(copy(one.evidence()));
        return copies;
    }

    private static Place copy(Evidence evidence) {
        return new Place(evidence.messageId(), evidence.sender());
    }

    private record Sent(Bytes contentDigest, List<AuthorityCode> recipients) {}

    /// What was sent from here of what the evidence names.
    private Map<Place, Sent> sent(List<Proven> proven) {
        Map<Place, Sent> sent = new HashMap<>();
        database.sql("select message_id, authority, content_digest, recipients from messages"
                        + " where message_id = any(?) and direction = 'OUT'")
                .param(Rows.column(proven, one -> one.evidence().messageId().value(), UUID[]::new))
                .query(row -> {
                    sent.put(
                            new Place(
                                    new MessageId(row.getObject("message_id", UUID.class)),
                                    AuthorityCode.parse(row.getString("authority"))),
                            new Sent(Rows.bytes(row, "content_digest"), Rows.authorities(row.getArray("recipients"))));
                });
        return sent;
    }

    /// Only what was sent from here, with this content, by this authority.
    private static boolean isOurs(Evidence evidence, Map<Place, Sent> sent) {
        Sent known = sent.get(copy(evidence));
        return known != null
                && known.contentDigest().equals(evidence.contentDigest().value())
                && known.recipients().equals(evidence.recipients());
    }

    private void finish(List<MessageId> settled) {
        if (settled.isEmpty()) return;
        database.sql("delete from outbox where id = any(?)")
                .param(Rows.column(settled, MessageId::value, UUID[]::new))
                .update();
    }
}
