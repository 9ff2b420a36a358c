package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// What an officer is told when something is wrong, and that it loses neither what was typed nor the way.
@ExtendWith(OpenDesks.class)
class DeskFaultsTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final String LONG_AGO = "2020-01-01T10:00";
    private static final int MORE_THAN_ANYBODY_TAKES = 6 << 20;
    private static final int MORE_THAN_A_FORM_TAKES = 3 << 20;

    private final Desks desks;
    private final Page page;
    private final String origin;

    DeskFaultsTest(Desks desks) {
        this.desks = desks;
        this.page = desks.officer(DESTINATION);
        this.origin = Desks.origin(page);
    }

    private String begin() {
        return begin(page);
    }

    private String begin(Page page) {
        page.navigate(origin + "/write?as=xc.social.welfare&lang=en");
        Desks.press(page.locator("button[value='REF-REQ']"));
        return page.url().replaceAll("\\?.*", "");
    }

    @Test
    void a_file_that_is_too_large_is_refused_on_a_page_with_a_way_back() {
        String files = begin() + "/files";
        page.navigate(files);
        APIResponse answer = page.request()
                .post(
                        files,
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set(
                                                "_csrf",
                                                page.locator("input[name=_csrf]")
                                                        .first()
                                                        .inputValue())
                                        .set(
                                                "file",
                                                new FilePayload(
                                                        "large.pdf",
                                                        "application/pdf",
                                                        new byte[MORE_THAN_ANYBODY_TAKES]))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.headers().get("content-type")).startsWith("text/html");
        assertThat(answer.text()).contains("larger than this site takes", files.substring(origin.length()));
    }

    @Test
    void a_form_that_is_too_large_is_refused_on_a_page() {
        APIResponse answer = page.request()
                .post(
                        origin + "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create().set("name", "a".repeat(MORE_THAN_A_FORM_TAKES))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("larger than this site takes");
    }

    @Test
    void a_request_without_its_parts_is_refused_on_a_page() {
        APIResponse answer = page.request()
                .post(
                        origin + "/sign-in",
                        RequestOptions.create()
                                .setHeader("Content-Type", "multipart/form-data")
                                .setData("nothing"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("content-type")).startsWith("text/html");
    }

    @Test
    void a_change_of_language_keeps_the_place() {
        page.navigate(origin + "/inbox?box=sent&as=xc.social.welfare&lang=en");
        page.selectOption("#lang", "fr");
        Desks.press(page.locator("form.languages button"));
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.url()).contains("box=sent", "as=xc.social.welfare");
        assertThat(page.locator(".filters a[aria-current]").getAttribute("href"))
                .contains("box=sent");
        page.navigate(origin + "/inbox?lang=en");
    }

    @Test
    void a_wrong_answer_is_told_of_before_the_next_topic_and_kept_all_the_same() {
        String topic = begin() + "/topics/general";
        page.navigate(topic);
        page.fill("#f-legalBasis", "because");
        Desks.press(page.locator("button[name=go]").last());
        assertThat(page.url()).isEqualTo(topic);
        assertThat(page.locator("#f-legalBasis")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#f-legalBasis")).hasValue("because");
        Desks.press(page.locator("button[name=go]").last());
        assertThat(page.url()).isNotEqualTo(topic);
    }

    @Test
    void who_gets_it_and_until_when_an_answer_is_wanted_is_asked_for_at_once_and_nothing_ticked_is_lost() {
        String sheet = begin();
        page.navigate(sheet + "/to");
        assertThat(page.locator("#wrong")).hasCount(0);
        page.check("#urgent");
        page.fill("#due", LONG_AGO);
        Desks.press(page.locator("main form button").last());
        assertThat(page.locator("#wrong")).containsText("Tick at least one recipient.");
        assertThat(page.locator("#wrong")).containsText("This moment has passed.");
        assertThat(page.locator("#wrong a[href='#to']")).isVisible();
        page.locator("#wrong a[href='#due']").click();
        assertThat(page.locator("#due")).isFocused();
        assertThat(page.locator("#due")).hasValue(LONG_AGO);
        assertThat(page.locator("#due")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#urgent")).isChecked();

        page.check("input[value='xa.social.welfare']");
        Desks.press(page.locator("main form button").last());
        assertThat(page.locator("#wrong")).not().containsText("recipient");
        assertThat(page.locator("input[value='xa.social.welfare']")).isChecked();
        Desks.press(page.locator("main form button").last());
        assertThat(page.url()).as("whoever was told may go on").isEqualTo(sheet);
        page.navigate(sheet + "/to");
        assertThat(page.locator("#due")).hasValue(LONG_AGO);
        assertThat(page.locator("#wrong")).containsText("This moment has passed.");
        page.fill("#due", "");
        Desks.press(page.locator("main form button").last());
        assertThat(page.url()).isEqualTo(sheet);
    }

    @Test
    void what_cannot_be_kept_while_it_is_typed_is_said_and_kept_as_soon_as_it_can_be() {
        page.navigate(begin() + "/topics/general");
        assertThat(page.locator("[data-unkept]")).isHidden();
        page.context().setOffline(true);
        page.fill("#f-legalBasis", "UNTOC+TIP");
        assertThat(page.locator("[data-unkept]")).isVisible();
        String topic = page.url();
        page.locator("button[name=go]").last().click();
        assertThat(page.locator("[data-unkept]")).isVisible();
        assertThat(page.url()).as("nobody leaves with what is not kept").isEqualTo(topic);
        page.context().setOffline(false);
        page.waitForURL(url -> !url.equals(topic));
        page.navigate(topic);
        assertThat(page.locator("#f-legalBasis")).hasValue("UNTOC+TIP");
    }

    @Test
    void of_a_session_that_nobody_remembers_the_page_stays_and_what_is_typed_is_kept_after_signing_in_elsewhere() {
        page.navigate(begin() + "/topics/general");
        String topic = page.url();
        List<Cookie> cookies = page.context().cookies(origin);
        cookies.forEach(cookie -> cookie.value = "00112233445566778899AABBCCDDEEFF");
        page.context().addCookies(cookies);
        page.fill("#f-legalBasis", "UNTOC+TIP");
        assertThat(page.locator("[data-signed-out]")).isVisible();
        assertThat(page.locator("#f-legalBasis")).hasValue("UNTOC+TIP");

        Page other = page.waitForPopup(() -> page.click("[data-signed-out] a"));
        Desks.signIn(other, origin, "officer");
        assertThat(page.locator("#kept")).containsText("Kept at");
        assertThat(page.locator("[data-signed-out]")).isHidden();
        other.navigate(topic);
        assertThat(other.locator("#f-legalBasis")).hasValue("UNTOC+TIP");
        other.close();
    }

    @Test
    void whoever_works_for_several_authorities_finds_at_once_what_each_of_them_can_send() {
        page.navigate(origin + "/write?lang=en");
        Locator social = page.locator("form:has(input[name=as][value='xc.social.welfare'])");
        assertThat(social.locator("button[value='REF-REQ']")).isVisible();
        assertThat(page.locator("form:has(input[name=as][value='xc.central.justice']) button[value='MLA-REQ']"))
                .isVisible();
        page.selectOption("#as", "xc.central.justice");
        Desks.press(page.locator("form[action='/write'] button"));
        assertThat(page.locator("button[value='REF-REQ']")).hasCount(0);
    }

    @Test
    void whoever_is_led_on_stays_at_this_site_whatever_name_the_request_bears() {
        for (var one : Map.of("/", "/", "/home", "/").entrySet()) {
            APIResponse answer = page.request()
                    .get(
                            origin + one.getKey(),
                            RequestOptions.create()
                                    .setHeader("Host", "elsewhere.example")
                                    .setMaxRedirects(0));
            assertThat(answer.headers().getOrDefault("location", "/"))
                    .as(one.getKey())
                    .startsWith(one.getValue());
        }
    }

    @Test
    void what_is_typed_after_the_session_ended_is_there_when_its_person_is_back() {
        Page typist = typist("typist");
        String topic = begin(typist) + "/topics/general";
        typist.navigate(topic);
        signOut("typist", "SUPERVISOR:xc.social.welfare");
        typist.locator("#f-legalBasis").pressSequentially("UNTOC+TIP");
        comeBack(typist, "typist", topic);
        assertThat(typist.locator("#f-legalBasis")).hasValue("UNTOC+TIP");
        typist.navigate(topic);
        assertThat(typist.locator("#f-legalBasis")).hasValue("UNTOC+TIP");
        typist.context().close();
    }

    @Test
    void whom_it_was_addressed_to_after_the_session_ended_is_there_when_its_person_is_back() {
        Page typist = typist("sender");
        String to = begin(typist) + "/to";
        typist.navigate(to);
        signOut("sender", "SUPERVISOR:xc.social.welfare");
        typist.check("#urgent");
        typist.check("input[value='xa.social.welfare']");
        typist.locator("main form button").last().click();
        comeBack(typist, "sender", to);
        assertThat(typist.locator("[role=status]").first()).containsText("is kept");
        assertThat(typist.locator("#urgent")).isChecked();
        assertThat(typist.locator("input[value='xa.social.welfare']")).isChecked();
        typist.context().close();
    }

    private Page typist(String login) {
        return desks.invited(
                desks.administrator(DESTINATION), "Sample Typist " + login, login, "OFFICER:xc.social.welfare");
    }

    /// Whoever gets another role has to sign in again.
    private void signOut(String login, String role) {
        Page administrator = desks.administrator(DESTINATION);
        administrator.navigate(origin + "/persons");
        administrator.click("main a:has-text('Sample Typist " + login + "')");
        administrator.check("input[value='" + role + "']");
        Desks.press(administrator.locator("form[action$='/grants'] button"));
    }

    private static void comeBack(Page page, String login, String where) {
        page.waitForURL("**/sign-in**");
        page.fill("#login", login);
        page.fill("#password", Desks.PASSWORD);
        page.locator("form:has(#password) button").click();
        page.waitForURL(where);
    }

    @Test
    void of_two_windows_none_undoes_unseen_what_the_other_kept() {
        String topic = begin() + "/topics/general";
        page.navigate(topic);
        Page other = page.context().newPage();
        other.navigate(topic);
        page.fill("#f-legalBasis", "UNTOC+TIP");
        Desks.press(page.locator("button[name=go]").last());

        other.fill("#f-language", "en");
        Desks.press(other.locator("button[name=go]").last());
        assertThat(other.locator("[role=alert]").first()).containsText("another window");
        assertThat(other.locator("#f-language")).hasValue("en");
        page.navigate(topic);
        assertThat(page.locator("#f-legalBasis")).hasValue("UNTOC+TIP");
        assertThat(page.locator("#f-language")).hasValue("");

        other.fill("#f-legalBasis", "UNTOC+TIP");
        Desks.press(other.locator("button[name=go]").last());
        page.navigate(topic);
        assertThat(page.locator("#f-language")).hasValue("en");
        other.close();
    }
}
