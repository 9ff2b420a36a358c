package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Whether the frame of a page stands the other way round where people read from the right.
final class Mirror {

    private Mirror() {}

    /// Leaves the page in English.
    static void holds(Page page, String address) {
        page.setViewportSize(1280, 900);
        page.navigate(address + "?lang=ar");
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        Locator tabs = page.locator("nav.tabs li");
        assertThat(start(tabs.nth(0))).as("the first place is rightmost").isGreaterThan(start(tabs.nth(1)));
        assertThat(start(page.locator(".brand"))).isGreaterThan(start(page.locator(".who")));
        page.navigate(address + "?lang=en");
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("ltr");
        assertThat(start(tabs.nth(0))).isLessThan(start(tabs.nth(1)));
        assertThat(start(page.locator(".brand"))).isLessThan(start(page.locator(".who")));
    }

    private static double start(Locator part) {
        return part.boundingBox().x;
    }
}
