package org.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liaison.casework.course.CaseView;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

class DocketTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final AuthorityCode OWNER = AuthorityCode.parse("xc.social.welfare");
    private static final int ON_A_PAGE = 50;

    /// So many cases, one touched a second before the other; only the oldest waits for us.
    private static final class OneInThousands implements Cases {
        private final int count;
        private int asked;

        OneInThousands(int count) {
            this.count = count;
        }

        @Override
        public List<Dossier> list(Collection<AuthorityCode> owners, Optional<Mark> after, int most) {
            asked += most;
            int first = after.map(
                            mark -> (int) (NOW.getEpochSecond() - mark.touched().getEpochSecond()) + 1)
                    .orElse(0);
            return IntStream.range(first, Math.min(count, first + most))
                    .mapToObj(this::dossier)
                    .toList();
        }

        private Dossier dossier(int n) {
            Instant touched = NOW.minusSeconds(n);
            CaseView view = CaseView.none(new CaseId("XC-REF-2026-%06d".formatted(n + 1)));
            return new Dossier(OWNER, view, List.of(), touched, touched, 1, n == count - 1 ? 1 : 0, false);
        }

        @Override
        public Optional<Dossier> find(CaseId id, AuthorityCode owner) {
            return Optional.empty();
        }
    }

    @Test
    void a_page_looks_at_a_thousand_cases_and_offers_to_go_on() {
        OneInThousands cases = new OneInThousands(10 * Docket.LOOKED_AT);
        Docket.Page page = page(cases, Docket.Which.FOR_US, Optional.empty());
        assertThat(page.cards()).isEmpty();
        assertThat(page.cutShort()).isTrue();
        assertThat(cases.asked).isEqualTo(Docket.LOOKED_AT);
    }

    @Test
    void whoever_goes_on_finds_what_lies_far_back_and_is_told_that_this_is_the_end() {
        OneInThousands cases = new OneInThousands(2 * Docket.LOOKED_AT + 1);
        Docket.Page page = page(cases, Docket.Which.FOR_US, Optional.empty());
        int clicks = 0;
        while (page.next().isPresent()) {
            page = page(cases, Docket.Which.FOR_US, page.next());
            clicks++;
        }
        assertThat(clicks).isEqualTo(2);
        assertThat(page.cards()).hasSize(1);
        assertThat(page.cutShort()).isFalse();
    }

    @Test
    void all_cases_come_page_by_page_and_nothing_is_cut_short() {
        Docket.Page page = page(new OneInThousands(2 * Docket.LOOKED_AT), Docket.Which.ALL, Optional.empty());
        assertThat(page.cards()).hasSize(ON_A_PAGE);
        assertThat(page.next()).isPresent();
        assertThat(page.cutShort()).isFalse();
    }

    private static Docket.Page page(Cases cases, Docket.Which which, Optional<Cases.Mark> after) {
        return new Docket(cases).page(which, List.of(OWNER), after, ON_A_PAGE, NOW);
    }
}
