package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// Every page of the desk: for everybody, in width and narrow, from left to right and from right to left.
@ExtendWith(OpenDesks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final int FIRST_PAGE_BYTES = 150_000;

    private final Desks desks;
    private final Page page;
    private final Walk walk;
    private List<Walk.Look> looks = List.of();

    DeskPagesTest(Desks desks) {
        this.desks = desks;
        this.page = desks.officer(DESTINATION);
        this.walk = new Walk(page, "desk");
    }

    @BeforeAll
    void somebody_looks_at_every_page() {
        page.navigate(at("/inbox?lang=en"));
        if (page.locator(".list .what").count() == 0)
            desks.play(Script.ACTS.getFirst().scenes());
        looks = walk.through(pages());
    }

    private Map<String, String> pages() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("inbox", "/inbox");
        found.put("sent", "/inbox?box=sent");
        found.put("cases", "/cases");
        found.put("contacts", "/contacts");
        found.put("search", "/search?words=XC-REF");
        found.put("write", "/write?as=xc.social.welfare");
        found.put("account", "/account");
        page.navigate(at("/inbox?box=received"));
        found.put("message", page.locator(".list .what").first().getAttribute("href"));
        page.navigate(at("/cases"));
        found.put("case", page.locator(".list .what").first().getAttribute("href"));
        page.navigate(at("/write?as=xc.social.welfare"));
        Desks.press(page.locator("button[value='REF-REQ']"));
        String sheet = page.url().substring(Desks.origin(page).length());
        found.put("sheet", sheet);
        found.put("address", sheet + "/to");
        found.put("files", sheet + "/files");
        found.put("topic", sheet + "/topics/person");
        found.put("preview", sheet + "/preview");
        found.put("template", sheet + "/template");
        return found;
    }

    private String at(String path) {
        return desks.at(DESTINATION) + path;
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
                .allSatisfy(look -> assertThat(look.direction())
                        .as("%s", look)
                        .isEqualTo(look.language().equals("ar") ? "rtl" : "ltr"));
        Mirror.holds(page, at("/inbox"));
    }

    @Test
    void every_page_comes_from_us_alone() {
        assertThat(walk.elsewhere()).isEmpty();
    }

    @Test
    void the_first_page_is_small() {
        Page first = desks.visitor("en");
        long[] bytes = new long[1];
        first.onResponse(response -> bytes[0] += response.request().sizes().responseBodySize);
        first.navigate(at("/sign-in"));
        first.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes[0]).isBetween(1L, (long) FIRST_PAGE_BYTES);
        first.context().close();
    }
}
