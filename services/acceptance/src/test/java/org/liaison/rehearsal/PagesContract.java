package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every page must be, whoever's site it is: for everybody, wide and narrow, from left to right and from right to
/// left. Each site runs this kit.
@ExtendWith(OpenDesks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PagesContract {

    private static final int FIRST_PAGE_BYTES = 150_000;

    final Desks desks;
    /// Of somebody who is signed in.
    final Page page;

    private final Walk walk;
    private List<Walk.Look> looks = List.of();

    PagesContract(Desks desks, Page page, String site) {
        this.desks = desks;
        this.page = page;
        this.walk = new Walk(page, site);
    }

    /// Names and paths, with something to see on each.
    abstract Map<String, String> pages();

    /// The page that people see first when they have signed in.
    abstract String front();

    @BeforeAll
    void somebody_looks_at_every_page() {
        looks = walk.through(pages());
    }

    @Test
    void every_page_is_accessible() {
        assertThat(looks)
                .isNotEmpty()
                .allSatisfy(
                        look -> assertThat(look.inaccessible()).as("%s", look).isEmpty());
    }

    @Test
    void nothing_is_lost_in_a_narrow_window_or_at_twice_the_size_or_with_longer_words() {
        assertThat(looks)
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.lost()).as("%s", look).isEmpty());
    }

    @Test
    void arabic_is_read_from_the_right() {
        assertThat(looks)
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.direction())
                        .as("%s", look)
                        .isEqualTo(look.language().equals("ar") ? "rtl" : "ltr"));
        Mirror.holds(page, Desks.origin(page) + front());
    }

    @Test
    void every_page_comes_from_us_alone() {
        assertThat(walk.elsewhere()).isEmpty();
    }

    /// Closes the page.
    static void assertSmall(Page first, String address) {
        long[] bytes = new long[1];
        first.onResponse(response -> bytes[0] += response.request().sizes().responseBodySize);
        first.navigate(address);
        first.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes[0]).as(address).isBetween(1L, (long) FIRST_PAGE_BYTES);
        first.close();
    }
}
