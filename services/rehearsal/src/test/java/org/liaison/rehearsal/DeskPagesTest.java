package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// Every page of the desk: for everybody, in width and narrow, from left to right and from right to left.
@ExtendWith(OpenDesks.class)
class DeskPagesTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int WIDE = 1280;
    private static final int NARROW = 375;
    private static final int NARROWEST = 320;
    private static final int FIRST_PAGE_BYTES = 150_000;

    private final Desks desks;
    private Page page;
    private Map<String, String> pages;

    DeskPagesTest(Desks desks) {
        this.desks = desks;
    }

    @BeforeEach
    void something_is_there_to_be_seen() {
        page = desks.officer(DESTINATION);
        page.navigate(at("/inbox?lang=en"));
        if (page.locator(".list .what").count() == 0)
            desks.play(Script.ACTS.getFirst().scenes());
        pages = pages();
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
        return found;
    }

    private String at(String path) {
        return Desks.origin(page).startsWith("http") ? Desks.origin(page) + path : desks.at(DESTINATION) + path;
    }

    @Test
    void every_page_is_accessible() {
        pages.forEach((name, path) -> {
            for (String language : List.of("en", "ar")) {
                page.navigate(at(withLanguage(path, language)));
                var violations = new AxeBuilder(page).withTags(LEVELS).analyze().getViolations();
                assertThat(violations.stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().getFirst().getHtml()))
                        .as(name + " in " + language)
                        .isEmpty();
            }
        });
    }

    @Test
    void no_page_is_wider_than_its_window() {
        pages.forEach((name, path) -> {
            for (String language : List.of("en", "ar", "en-XA")) {
                page.setViewportSize(NARROWEST, 800);
                page.navigate(at(withLanguage(path, language)));
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(name + " in " + language)
                        .isLessThanOrEqualTo(NARROWEST);
            }
        });
        page.setViewportSize(WIDE, 900);
    }

    @Test
    void pictures_of_every_page_are_taken() throws Exception {
        Files.createDirectories(PICTURES);
        for (var one : pages.entrySet())
            for (String language : List.of("en", "ar"))
                for (int width : new int[] {WIDE, NARROW}) {
                    page.setViewportSize(width, 900);
                    page.navigate(at(withLanguage(one.getValue(), language)));
                    Path picture = PICTURES.resolve("desk-" + one.getKey() + "-" + language + "-" + width + ".png");
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                    assertThat(picture).isNotEmptyFile();
                }
        page.setViewportSize(WIDE, 900);
    }

    @Test
    void the_first_page_is_small_and_comes_from_us_alone() {
        Page first = desks.visitor("en");
        long[] bytes = new long[1];
        first.onResponse(response -> {
            assertThat(response.url()).startsWith(desks.at(DESTINATION).toString());
            bytes[0] += response.request().sizes().responseBodySize;
        });
        first.navigate(desks.at(DESTINATION) + "/sign-in");
        first.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(bytes[0]).isBetween(1L, (long) FIRST_PAGE_BYTES);
        first.context().close();
    }

    private static String withLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }
}
