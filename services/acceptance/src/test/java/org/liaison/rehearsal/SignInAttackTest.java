package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.GatewayCode;

/// What somebody tries at the door of either site, in a real browser.
@ExtendWith(OpenDesks.class)
class SignInAttackTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final int TRIES = 5;

    enum Site {
        DESK,
        CONSOLE
    }

    private final Desks desks;

    SignInAttackTest(Desks desks) {
        this.desks = desks;
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_was_open_before_the_sign_in_opens_nothing_after_it(Site site) {
        Page victim = desks.visitor("en");
        victim.navigate(origin(site) + "/sign-in");
        Cookie planted = session(victim);
        signIn(victim, site);
        assertThat(session(victim).value).isNotEqualTo(planted.value);
        assertThat(session(victim).httpOnly).isTrue();
        Page attacker = desks.visitor("en");
        attacker.context().addCookies(List.of(new Cookie(planted.name, planted.value).setUrl(origin(site))));
        attacker.navigate(origin(site) + "/account");
        assertThat(attacker.url()).contains("/sign-in");
        attacker.context().close();
        victim.context().close();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_guesses_a_password_has_to_wait(Site site) {
        Page page = desks.visitor("en");
        page.navigate(origin(site) + "/sign-in");
        String name = "nobody-at-the-" + site.name().toLowerCase(java.util.Locale.ROOT);
        for (int i = 0; i < TRIES; i++)
            assertThat(guess(page, site, name).status()).isEqualTo(422);
        APIResponse waits = guess(page, site, name);
        assertThat(waits.status()).isEqualTo(429);
        assertThat(Integer.parseInt(waits.headers().get("retry-after"))).isPositive();
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_led_to_another_site_by_signing_in(Site site) {
        for (String to : List.of("https://elsewhere.example/", "//elsewhere.example", "/%5celsewhere.example")) {
            Page page = desks.visitor("en");
            page.navigate(origin(site) + "/sign-in?to=" + to);
            signIn(page, site);
            assertThat(page.url()).as(to).startsWith(origin(site) + "/");
            page.context().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_signs_somebody_in_from_another_site(Site site) {
        Page page = desks.visitor("en");
        APIResponse answer = page.request()
                .post(
                        origin(site) + "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("login", login(site))
                                        .set("password", Desks.PASSWORD))
                                .setHeader("Origin", "https://elsewhere.example")
                                .setMaxRedirects(0));
        assertThat(answer.headers().get("location")).contains("/sign-in?why=again");
        page.navigate(origin(site) + "/account");
        assertThat(page.url()).contains("/sign-in");
        page.context().close();
    }

    private static APIResponse guess(Page page, Site site, String name) {
        return page.request()
                .post(
                        Desks.origin(page) + "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set(
                                                "_csrf",
                                                page.locator("input[name=_csrf]")
                                                        .first()
                                                        .inputValue())
                                        .set("login", name)
                                        .set("password", "a guess at " + site)));
    }

    private void signIn(Page page, Site site) {
        page.fill("#login", login(site));
        page.fill("#password", Desks.PASSWORD);
        page.locator("form:has(#password) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("liaison-"))
                .findFirst()
                .orElseThrow();
    }

    /// Makes sure that there is somebody with this name.
    private String login(Site site) {
        if (site == Site.DESK) desks.officer(DESTINATION);
        else desks.operator("ada");
        return site == Site.DESK ? "officer" : "ada";
    }

    private String origin(Site site) {
        return (site == Site.DESK ? desks.at(DESTINATION) : desks.console()).toString();
    }
}
