package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A page that keeps itself up to date, in a real browser.
class LivePageTest extends OfficerAtSite {

    private static final Duration NEARLY = SignInSettings.IDLE.minusMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    LivePageTest(Site site) {
        super(site);
    }

    @Test
    void an_open_page_with_traffic_is_signed_out_like_any_other_that_nobody_uses() throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            page.setDefaultTimeout(PATIENCE.toMillis());
            page.navigate(site.origin + "/sign-in?to=/inside/live");
            page.fill("#login", login);
            page.fill("#password", Site.PASSWORD);
            page.locator("form:has(#password) button").click();
            page.waitForURL(site.origin + "/inside/live");
            SseEmitter stream = Objects.requireNonNull(
                    Site.STREAMS.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the page listens");

            site.clock.forward(NEARLY);
            Response part = page.waitForResponse(site.origin + "/inside/page", () -> happened(stream));
            assertThat(part.status()).isEqualTo(200);
            page.getByText("page of " + login).waitFor();

            site.clock.forward(NEARLY);
            happened(stream);
            page.waitForURL(url -> url.contains("/sign-in?why=time-out"));
        }
    }

    private static void happened(SseEmitter stream) {
        try {
            stream.send(SseEmitter.event().data("changed"));
        } catch (IOException e) {
            throw new AssertionError("the page has left", e);
        }
    }
}
