package org.liaison.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.message.AuthorityCode;

/// Chooses from the cases what an officer wants to see of them.
final class Docket {

    private static final int CHUNK = 200;
    /// Whose turn a case is follows from all its messages, so choosing means looking at each. So
    /// many are looked at while a person waits; then the person is asked whether to go on.
    static final int LOOKED_AT = 1_000;

    private final Cases cases;

    Docket(Cases cases) {
        this.cases = cases;
    }

    enum Which {
        ALL,
        FOR_US,
        FOR_THEM,
        DUE_SOON,
        OVER;

        /// As addresses write it.
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// `next` is where the rest begins, if there is one. `cutShort`: it ends there because
    /// enough were looked at.
    record Page(List<CaseCard> cards, Optional<Cases.Mark> next, boolean cutShort) {}

    Page page(Which which, Collection<AuthorityCode> owners, Optional<Cases.Mark> after, int most, Instant now) {
        List<CaseCard> found = new ArrayList<>();
        Optional<Cases.Mark> mark = after;
        int size = which == Which.ALL ? most : CHUNK;
        for (int looked = 0; looked < LOOKED_AT; looked += size) {
            List<Cases.Dossier> chunk = cases.list(owners, mark, size);
            for (Cases.Dossier dossier : chunk) {
                mark = Optional.of(dossier.mark());
                CaseCard card = CaseCard.of(dossier, now);
                if (!wanted(which, card, now)) continue;
                found.add(card);
                if (found.size() == most) return new Page(found, mark, false);
            }
            if (chunk.size() < size) return new Page(found, Optional.empty(), false);
        }
        return new Page(found, mark, true);
    }

    /// Soon is within a working week.
    static final Duration SOON = Duration.ofDays(5);

    private static boolean wanted(Which which, CaseCard card, Instant now) {
        return switch (which) {
            case ALL -> true;
            case FOR_US -> card.turn() == CaseCard.Turn.OURS;
            case FOR_THEM -> card.turn() == CaseCard.Turn.THEIRS;
            case DUE_SOON ->
                card.next()
                        .flatMap(deadline -> deadline.due())
                        .filter(due -> due.isBefore(now.plus(SOON)))
                        .isPresent();
            case OVER -> card.turn() == CaseCard.Turn.NOBODYS && card.state().terminal();
        };
    }
}
