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

    record Page(List<CaseCard> cards, Optional<Cases.Mark> next) {}

    Page page(Which which, Collection<AuthorityCode> owners, Optional<Cases.Mark> after, int most, Instant now) {
        List<CaseCard> found = new ArrayList<>();
        Optional<Cases.Mark> mark = after;
        while (true) {
            List<Cases.Dossier> chunk = cases.list(owners, mark, which == Which.ALL ? most : CHUNK);
            for (Cases.Dossier dossier : chunk) {
                mark = Optional.of(dossier.mark());
                CaseCard card = CaseCard.of(dossier, now);
                if (!wanted(which, card, now)) continue;
                found.add(card);
                if (found.size() == most) return new Page(found, mark);
            }
            if (chunk.size() < (which == Which.ALL ? most : CHUNK)) return new Page(found, Optional.empty());
        }
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
