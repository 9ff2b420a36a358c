package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// What a page of the desk does by itself while somebody is at it.
@ExtendWith(OpenDesks.class)
class DeskLiveTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");

    private final Desks desks;

    DeskLiveTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void a_stream_ends_with_the_session_for_which_it_was_opened() {
        Page page =
                desks.invited(desks.administrator(DESTINATION), "Sample Leaver", "leaver", "OFFICER:xc.social.welfare");
        page.navigate(Desks.origin(page) + "/contacts");
        page.evaluate("""
                () => new Promise(opened => {
                    window.stream = new EventSource("/events");
                    window.stream.onopen = opened;
                })""");
        Page other = page.context().newPage();
        other.navigate(Desks.origin(page) + "/contacts");
        Desks.press(other.locator("form[action='/sign-out'] button"));
        page.waitForFunction("() => window.stream.readyState === EventSource.CLOSED");
        page.context().close();
    }

    @Test
    void a_list_that_nobody_may_see_any_more_leads_to_the_page_for_signing_in() {
        Page page = desks.invited(desks.administrator(DESTINATION), "Sample Goer", "goer", "OFFICER:xc.social.welfare");
        page.navigate(Desks.origin(page) + "/inbox");
        Page other = page.context().newPage();
        other.navigate(Desks.origin(page) + "/contacts");
        Desks.press(other.locator("form[action='/sign-out'] button"));
        page.waitForURL(url -> url.contains("/sign-in"));
        page.context().close();
    }

    @Test
    void a_list_and_a_case_that_are_open_show_what_happens_meanwhile() {
        String message = desks.send(Script.ACTS.getFirst().scenes().getFirst());
        Page page = desks.officer(Cast.gatewayOf(SOCIAL_OF_ORIGIN));
        page.navigate(Desks.origin(page) + "/inbox?lang=en");
        Locator line = page.locator(".list li:has(a[href*='" + message + "'])");
        assertThat(line).isVisible();
        line.locator("a[href*='/cases/']").click();
        assertThat(page.locator(".timeline")).containsText("Unread");
        Page other = page.context().newPage();
        other.navigate(Desks.origin(page) + "/messages/" + message + "?as=" + SOCIAL_OF_ORIGIN);
        Desks.press(other.locator("form[action*='/open'] button"));
        assertThat(page.locator(".timeline")).not().containsText("Unread");
        other.close();
    }

    @Test
    void a_question_that_an_answer_calls_for_appears_and_nothing_that_was_typed_is_lost() {
        Page page = desks.officer(DESTINATION);
        page.navigate(Desks.origin(page) + "/write?as=xc.central.justice&lang=en");
        Desks.press(page.locator("button[value='MLA-REQ']"));
        page.navigate(page.url().replaceAll("\\?.*", "") + "/topics/general");
        var called = page.locator("#questions > .field #f-reciprocity");
        assertThat(called.count()).isZero();
        page.fill("#f-legalBasis", "RECIPROCITY");
        page.locator("#f-language").focus();
        page.keyboard().type("en");
        assertThat(called).isVisible();
        assertThat(page.locator("#f-language")).isFocused();
        assertThat(page.locator("#f-language")).hasValue("en");
        assertThat(page.locator("#f-legalBasis")).hasValue("RECIPROCITY");
    }
}
