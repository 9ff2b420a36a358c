package org.liaison.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.gateway.Copies.Place;
import org.liaison.gateway.Passages.Move;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.routes.gateway.Kept;
import org.liaison.routes.gateway.Passage;

/// What a batch of evidence does to the passages of its messages, one after the other, before any of it is written.
final class Progress {

    private record Way(Place copy, AuthorityCode recipient) {}

    private final Map<Place, Map<AuthorityCode, Passage>> passages;
    private final Map<Way, Move> moves = new LinkedHashMap<>();
    private final Set<Place> touched = new LinkedHashSet<>();

    Progress(Map<Place, Map<AuthorityCode, Passage>> passages) {
        this.passages = passages;
    }

    Kept advance(Evidence evidence, Passage.Event event) {
        Place copy = new Place(evidence.messageId(), evidence.sender());
        Map<AuthorityCode, Passage> known = passages.computeIfAbsent(copy, _ -> new HashMap<>());
        touched.add(copy);
        Kept kept = new Kept.KnownBefore(evidence);
        for (AuthorityCode recipient : concerned(evidence)) {
            Passage passage = known.get(recipient);
            if (passage == null) continue;
            switch (passage.next(event)) {
                case Passage.Step.Stays _ -> {}
                case Passage.Step.Contradicts _ -> kept = new Kept.Contradiction(evidence, passage);
                case Passage.Step.Moved(Passage to) -> {
                    known.put(recipient, to);
                    moves.put(new Way(copy, recipient), Move.because(evidence, copy, recipient, to));
                    kept = new Kept.Moved(evidence, to);
                }
            }
        }
        return kept;
    }

    /// The last one for each recipient.
    Collection<Move> moves() {
        return moves.values();
    }

    /// Messages about which something was learned and nobody needs to be asked any more.
    List<MessageId> settled() {
        List<MessageId> settled = new ArrayList<>();
        for (Place copy : touched)
            if (passages.getOrDefault(copy, Map.of()).values().stream().allMatch(Passage::settled))
                settled.add(copy.id());
        return settled;
    }

    private static Collection<AuthorityCode> concerned(Evidence evidence) {
        return evidence.recipient().<Collection<AuthorityCode>>map(List::of).orElse(evidence.recipients());
    }
}
