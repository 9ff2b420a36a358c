package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.GatewayCode;

/// What somebody tries who has an account at the console and wants more, or has one at a desk only.
@ExtendWith(OpenDesks.class)
class ConsoleAttackTest {

    private static final String SCRIPT = "<img src=x onerror=window.hit=1>";
    private static final List<String> TELLING =
            List.of("Exception", "org.liaison", "org.springframework", "SQL", "\tat ");
    private static final List<String> ACTIONS = List.of(
            "/routes/pause",
            "/routes/resume",
            "/quarantine",
            "/quarantine/confirm",
            "/quarantine/decline",
            "/log/verify",
            "/alerts/acknowledge",
            "/alerts/test",
            "/account",
            "/sign-out");

    private final Desks desks;
    private final Page ada;

    ConsoleAttackTest(Desks desks) {
        this.desks = desks;
        this.ada = desks.operator("ada");
    }

    @Test
    void whoever_only_reads_changes_nothing() {
        Page auditor = desks.invited(desks.warden(), "Sample Auditor", "auditor", "AUDITOR:hub");
        auditor.navigate(at("/routes"));
        assertThat(auditor.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).count())
                .isZero();
        for (String action : ACTIONS.subList(0, 8)) {
            APIResponse answer = post(auditor, action, token(auditor));
            assertThat(answer.status()).as(action).isEqualTo(404);
        }
        nothingIsPaused();
        auditor.context().close();
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        for (String action : ACTIONS)
            assertThat(post(ada, action, "").status()).as(action).isEqualTo(403);
        nothingIsPaused();
        ada.navigate(at("/home"));
        assertThat(ada.url()).endsWith("/home");
    }

    @Test
    void an_officers_session_opens_no_console() {
        Page officer = desks.officer(new GatewayCode("gateway-xc"));
        Page stranger = officer.context().newPage();
        stranger.navigate(at("/home"));
        assertThat(stranger.url()).contains("/sign-in");
        stranger.close();
    }

    @Test
    void what_an_operator_writes_is_shown_and_never_run() {
        Page mallory = desks.invited(desks.warden(), SCRIPT, "mallory", "OFFICER:hub");
        mallory.navigate(at("/routes?lang=en"));
        mallory.getByLabel("Route", new Page.GetByLabelOptions().setExact(true)).selectOption("hub-checkpoint-watch");
        mallory.getByLabel("Reason").last().fill(SCRIPT);
        Desks.press(mallory.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause").setExact(true)));
        try {
            for (String place : List.of("/home", "/routes", "/mailboxes", "/alerts")) {
                ada.navigate(at(place));
                if (!place.equals("/alerts"))
                    assertThat(ada.locator("main").innerText()).contains(SCRIPT);
                assertThat(hit(ada)).as(place).isFalse();
            }
            desks.warden().navigate(at("/persons"));
            assertThat(desks.warden().locator("main").innerText()).contains(SCRIPT);
            assertThat(hit(desks.warden())).isFalse();
        } finally {
            mallory.navigate(at("/routes"));
            mallory.getByLabel("Reason").last().fill("It was an attempt.");
            Desks.press(mallory.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Resume").setExact(true)));
            mallory.context().close();
        }
        for (String asked :
                List.of("/trace?id=", "/live?kind=", "/live?corridor=", "/live?authority=", "/charts?corridor=")) {
            ada.navigate(at(asked + java.net.URLEncoder.encode(SCRIPT, java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(hit(ada)).as(asked).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/charts?span=CENTURY",
                "/snapshots?kind=MAP&from=1&to=2",
                "/snapshots?kind=DIRECTORY&from=one&to=2",
                "/quarantine/preview?effect=BURN&id=1",
                "/deadlines?days=many",
                "/static/console/..%2f..%2f..%2fapplication.properties",
                "/static/console/../../../../etc/passwd",
                "/static/%2e%2e/%2e%2e/etc/passwd",
                "/live/..%2f..%2fhub.yaml",
                "/actuator/health",
                "/actuator/env",
                "/log/checkpoint",
                "/nothing/here"
            })
    void a_crooked_address_is_refused_without_a_word_about_the_inside(String path) {
        APIResponse answer = ada.request().get(at(path));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(TELLING).noneMatch(answer.text()::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quarantine/preview?effect=DISCARD&id=..%2f..%2fetc",
                "/trace?id=..%2f..%2fetc%2fpasswd",
                "/trace?id=%00",
                "/live?kind='--",
                "/live?authority=%00",
                "/charts?corridor=XC-XA'--",
                "/snapshots?kind=DIRECTORY&from=-1&to=9223372036854775807",
                "/deadlines?days=-1",
                "/deadlines?days=2147483647"
            })
    void a_crooked_question_is_answered_with_a_page_or_refused_and_never_fails(String path) {
        APIResponse answer = ada.request().get(at(path));
        assertThat(answer.status()).isIn(200, 400, 404);
        assertThat(TELLING).noneMatch(answer.text()::contains);
    }

    @Test
    void a_crooked_form_is_refused_in_words() {
        ada.navigate(at("/home?lang=en"));
        String token = token(ada);
        for (FormData form : List.of(
                FormData.create(),
                FormData.create()
                        .set("route", "hub-intake")
                        .set("minutes", "soon")
                        .set("why", "because of this"),
                FormData.create().set("route", "../..").set("minutes", "5").set("why", "because of this"),
                FormData.create().set("route", "hub-intake").set("minutes", "5").set("why", "a\u0000b and more"),
                FormData.create()
                        .set("route", "hub-intake")
                        .set("minutes", "-5")
                        .set("why", "because of this"))) {
            APIResponse answer = ada.request()
                    .post(
                            at("/routes/pause"),
                            RequestOptions.create()
                                    .setForm(form.set("_csrf", token))
                                    .setMaxRedirects(0));
            assertThat(answer.status()).isIn(302, 400);
            assertThat(TELLING).noneMatch(answer.text()::contains);
        }
        nothingIsPaused();
    }

    @Test
    void every_page_says_what_a_browser_may_do_with_it_and_is_kept_nowhere() {
        for (String path : List.of("/home", "/routes", "/live", "/trace", "/quarantine", "/account", "/nothing/here")) {
            var headers = ada.request().get(at(path)).headers();
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.get("cache-control")).as(path).contains("no-store");
            assertThat(headers.get("x-content-type-options")).as(path).isEqualTo("nosniff");
        }
    }

    private APIResponse post(Page page, String action, String token) {
        return page.request()
                .post(
                        at(action),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("_csrf", token)
                                        .set("route", "hub-intake")
                                        .set("minutes", "5")
                                        .set("effect", "DISCARD")
                                        .set("id", "00000000-0000-0000-0000-000000000000")
                                        .set("proposal", "00000000-0000-0000-0000-000000000000")
                                        .set("cause", "DISK data")
                                        .set("why", "An attempt at what is not mine."))
                                .setHeader(
                                        "Origin",
                                        token.isEmpty()
                                                ? "https://elsewhere.example"
                                                : desks.console().toString())
                                .setMaxRedirects(0));
    }

    private void nothingIsPaused() {
        ada.navigate(at("/routes?lang=en"));
        assertThat(ada.getByRole(AriaRole.MAIN).innerText()).doesNotContain("is paused until");
    }

    private static String token(Page page) {
        return page.locator("input[name=_csrf]").first().inputValue();
    }

    private String at(String path) {
        return desks.console() + path;
    }

    private static boolean hit(Page page) {
        return Boolean.TRUE.equals(page.evaluate("window.hit === 1"));
    }
}
