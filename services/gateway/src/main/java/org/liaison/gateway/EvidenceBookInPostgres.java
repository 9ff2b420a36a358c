package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.EvidenceBook;
import org.liaison.routes.gateway.Kept;
import org.liaison.routes.gateway.Passage;
import org.liaison.routes.gateway.Proofs.Proven;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Evidence about our own messages, and what it moves.
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
            List<Kept> kept = new ArrayList<>();
            for (Proven one : proven) kept.add(keep(one, now));
            checkpoints.note(proven, now);
            return kept;
        });
    }

    private Kept keep(Proven proven, Instant now) {
        Evidence evidence = proven.evidence();
        if (!isOurs(evidence)) return new Kept.NotOurs(evidence);
        Optional<Passage.Event> event = Passage.Event.of(evidence.event());
        if (!rows.insert(evidence.sender(), proven, now) || event.isEmpty()) return new Kept.KnownBefore(evidence);
        Map<AuthorityCode, Passage> before = passages.of(evidence.messageId(), evidence.sender());
        Kept kept = new Kept.KnownBefore(evidence);
        for (AuthorityCode recipient : concerned(evidence)) {
            Passage passage = before.get(recipient);
            if (passage == null) continue;
            switch (passage.next(event.get())) {
                case Passage.Step.Stays _ -> {}
                case Passage.Step.Contradicts _ -> kept = new Kept.Contradiction(evidence, passage);
                case Passage.Step.Moved(Passage to) -> {
                    passages.move(evidence.messageId(), evidence.sender(), recipient, to, evidence, now);
                    before.put(recipient, to);
                    kept = new Kept.Moved(evidence, to);
                }
            }
        }
        if (before.values().stream().allMatch(Passage::settled)) finish(evidence.messageId());
        return kept;
    }

    private static Collection<AuthorityCode> concerned(Evidence evidence) {
        return evidence.recipient().<Collection<AuthorityCode>>map(List::of).orElse(evidence.recipients());
    }

    /// Only what was sent from here, with this content, by this authority.
    private boolean isOurs(Evidence evidence) {
        return database.sql("select content_digest, recipients from messages where message_id = ? and authority = ?"
                        + " and direction = 'OUT'")
                .params(evidence.messageId().value(), evidence.sender().toString())
                .query((row, n) -> Rows.bytes(row, "content_digest")
                                .equals(evidence.contentDigest().value())
                        && Rows.authorities(row.getArray("recipients")).equals(evidence.recipients()))
                .optional()
                .orElse(false);
    }

    private void finish(MessageId id) {
        database.sql("delete from outbox where id = ?").param(id.value()).update();
    }
}
