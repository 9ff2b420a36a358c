package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// A whole referral from the sign-in to the sent message with the keyboard alone.
@ExtendWith(OpenDesks.class)
class DeskKeyboardTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final String FAR_TOO_LONG = "far too long ".repeat(20_000);

    private final Desks desks;
    private final Page page;
    private final Keyboard keyboard;

    DeskKeyboardTest(Desks desks) {
        this.desks = desks;
        this.page = desks.visitor("en-US");
        this.keyboard = new Keyboard(page);
    }

    @Test
    void a_whole_referral_is_sent_without_a_mouse() throws IOException {
        desks.officer(DESTINATION);
        page.navigate(desks.at(DESTINATION) + "/sign-in");
        keyboard.write("login", "officer");
        keyboard.write("password", "not the password");
        keyboard.enter();
        theFocusIsOn("Login name or password is not right");
        keyboard.write("login", "officer");
        keyboard.write("password", Desks.PASSWORD);
        keyboard.enter();
        page.waitForURL("**/inbox");

        skipToTheContent();
        keyboard.wander();
        keyboard.follow("Write");
        keyboard.to("the authorities", focus -> focus.named("as"));
        keyboard.choose("as", "xc.social.welfare");
        keyboard.push("Show");
        keyboard.push("Referral of a victim");
        page.waitForURL("**/sheets/*");
        keyboard.follow("To whom, and how");
        keyboard.to("XA's social authority", focus -> focus.text("value").equals("xa.social.welfare"));
        page.keyboard().press("Space");
        keyboard.push("Keep and go on");
        enclose();
        keyboard.answer(DeskStoriesTest.form("referral.json"));
        if (page.url().contains("/topics/")) keyboard.follow("All topics");
        keyboard.wander();
        keyboard.follow("Check and preview");
        keyboard.push("Sign and send");
        page.waitForURL("**/messages/**");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Signed by");
        page.context().close();
    }

    @Test
    void what_was_not_taken_is_told_where_the_focus_is_and_leads_to_its_field() {
        Page officer = desks.officer(DESTINATION);
        Keyboard hands = new Keyboard(officer);
        officer.navigate(desks.at(DESTINATION) + "/write?as=xc.social.welfare&lang=en");
        Desks.press(officer.locator("button[value='REF-REQ']"));
        officer.navigate(officer.url() + "/topics/person");
        officer.fill("[name=f-person-givenNames]", FAR_TOO_LONG);
        hands.push("Keep and go on");
        assertThat(hands.on("alert").text("text")).contains("the text is far too long");
        assertThat(hands.tab().text("href")).isEqualTo("#f-person-givenNames");
        officer.keyboard().press("Enter");
        assertThat(hands.focus().text("name")).isEqualTo("f-person-givenNames");
    }

    private void theFocusIsOn(String words) {
        assertThat(keyboard.on("alert").text("text")).contains(words);
    }

    /// The first thing that the Tab key finds; what comes behind it is in the content.
    private void skipToTheContent() {
        page.reload();
        Keyboard.Focus first = keyboard.tab();
        assertThat(first.is("A", "Skip to the content")).isTrue();
        page.keyboard().press("Enter");
        assertThat(keyboard.tab().truth("inMain")).isTrue();
    }

    /// The choosing itself is the machine's window, not ours. The browser is told beforehand to leave it to us: it
    /// hears of this on another way than of the key, and whoever tells both at once may see the key come first.
    private void enclose() throws IOException {
        Path file = desks.folder().resolve("identity-sheet.pdf");
        Files.write(file, Stage.file("identity-sheet.pdf").toArray());
        page.onFileChooser(chooser -> chooser.setFiles(file));
        keyboard.follow("Files");
        keyboard.to("the file", focus -> focus.named("file"));
        page.keyboard().press("Enter");
        assertThat(page.locator("[name=file]")).hasValue(Pattern.compile("identity-sheet\\.pdf$"));
        keyboard.to("the button Add", focus -> focus.is("BUTTON", "Add"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("identity-sheet.pdf");
        keyboard.follow("All topics");
    }
}
