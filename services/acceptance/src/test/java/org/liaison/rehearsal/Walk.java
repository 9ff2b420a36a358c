package org.liaison.rehearsal;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at every page of a site once in each language, in all widths, and takes pictures.
///
/// A page at twice the size in a window of usual width is a page in a window of half the width.
final class Walk {

    static final Path PICTURES = Path.of("target/screenshots");
    static final String PSEUDO = "en-XA";

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int WIDE = 1280;
    private static final int TWICE_THE_SIZE = WIDE / 2;
    private static final int NARROW = 375;
    private static final int NARROWEST = 320;
    private static final int HIGH = 900;

    private static final String DRAWN = """
            () => [...document.querySelectorAll('body *')].filter(one => one.getClientRects().length > 0
                && getComputedStyle(one).visibility !== 'hidden').length""";
    /// Words that are cut off where nobody can scroll to them.
    private static final String CUT = """
            () => [...document.querySelectorAll('body *')].filter(one => {
                const style = getComputedStyle(one);
                return one.tagName !== 'INPUT' && ['hidden', 'clip'].includes(style.overflowX) && style.clipPath === 'none'
                    && one.scrollWidth > one.clientWidth + 1;
            }).map(one => one.outerHTML.slice(0, 120))""";

    /// What one page shows of itself; empty where all is well.
    record Look(String page, String language, String direction, List<String> inaccessible, List<String> lost) {
        @Override
        public String toString() {
            return page + " in " + language;
        }
    }

    private final Page page;
    private final String origin;
    private final String site;
    private final List<String> elsewhere = new ArrayList<>();

    /// `site` begins the names of the pictures.
    Walk(Page page, String site) {
        this.page = page;
        this.origin = Desks.origin(page);
        this.site = site;
        page.onRequest(request -> {
            if (!request.url().startsWith(origin)) elsewhere.add(request.url());
        });
    }

    /// Names and paths.
    List<Look> through(Map<String, String> pages) {
        List<Look> looks = new ArrayList<>();
        pages.forEach((name, path) -> {
            for (String language : List.of("en", "ar", PSEUDO)) looks.add(look(name, path, language));
        });
        page.navigate(origin + "/account?lang=en");
        return looks;
    }

    /// What was asked of others than this site.
    List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    private Look look(String name, String path, String language) {
        page.setViewportSize(WIDE, HIGH);
        page.navigate(origin + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        boolean real = !language.equals(PSEUDO);
        List<String> lost = new ArrayList<>();
        List<String> inaccessible = real ? inaccessible() : List.of();
        Object drawn = page.evaluate(DRAWN);
        if (real) picture(name, language, WIDE);
        page.setViewportSize(TWICE_THE_SIZE, HIGH / 2);
        fits(TWICE_THE_SIZE, lost);
        if (!drawn.equals(page.evaluate(DRAWN))) lost.add("not everything is there at twice the size");
        page.setViewportSize(NARROW, HIGH);
        if (real) picture(name, language, NARROW);
        page.setViewportSize(NARROWEST, HIGH);
        fits(NARROWEST, lost);
        String direction = String.valueOf(page.evaluate("getComputedStyle(document.querySelector('main')).direction"));
        return new Look(name, language, direction, inaccessible, lost);
    }

    /// In one go: the site has no frames, and the other way of axe opens a page of its own each time, whose faults it
    /// takes for a page without any.
    private List<String> inaccessible() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(violations).withTags(LEVELS).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private void fits(int width, List<String> lost) {
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) lost.add("needs " + needed + " of " + width);
        for (Object cut : (List<?>) page.evaluate(CUT)) lost.add("cut off at " + width + ": " + cut);
    }

    private void picture(String name, String language, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(site + "-" + name + "-" + language + "-" + width + ".png"))
                .setFullPage(true));
    }
}
