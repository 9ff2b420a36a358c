package org.liaison.routes.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.MessageId;
import org.liaison.routes.hub.Examined.Proven;
import org.liaison.routes.hub.Examined.Settled;
import org.liaison.routes.hub.Verdict.Echoed;

/// Brings the judge what it needs to know of a batch: who sent each envelope, and how each message was answered
/// before.
final class Intake {

    private final Identity identity;
    private final Judge judge;
    private final Shelf shelf;
    private final History history;

    Intake(Identity identity, Judge judge, Shelf shelf, History history) {
        this.identity = identity;
        this.judge = judge;
        this.shelf = shelf;
        this.history = history;
    }

    Judged judge(Post post, Instant now) {
        InForce inForce = shelf.inForce();
        List<Examined> examined = post.envelopes().stream()
                .map(brought -> identity.examine(brought, inForce, now))
                .toList();
        Map<MessageId, Earlier> earlier = history.answersTo(examined.stream()
                .filter(Proven.class::isInstance)
                .map(proven -> ((Proven) proven).slip().id())
                .toList());
        List<Verdict> verdicts = new ArrayList<>(post.unreadable());
        Map<MessageId, Proven> inBatch = new HashMap<>();
        for (Examined each : examined)
            verdicts.add(
                    switch (each) {
                        case Settled(Verdict verdict) -> verdict;
                        case Proven proven -> {
                            Proven first = inBatch.putIfAbsent(proven.slip().id(), proven);
                            yield first == null
                                    ? judge.judge(
                                            proven,
                                            Optional.ofNullable(
                                                    earlier.get(proven.slip().id())),
                                            inForce,
                                            now)
                                    : afterFirst(proven, first);
                        }
                    });
        return new Judged(verdicts, post.statements(), now);
    }

    private static Verdict afterFirst(Proven proven, Proven first) {
        boolean same = proven.signed().equals(first.signed())
                && proven.brought()
                        .envelope()
                        .content()
                        .equals(first.brought().envelope().content());
        return same ? new Echoed(proven.brought(), proven.slip(), proven.answerTo()) : Judge.contradicted(proven);
    }
}
