package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
