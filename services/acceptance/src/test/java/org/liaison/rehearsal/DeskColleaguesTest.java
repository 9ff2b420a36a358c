package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// What persons of one authority do together: one begins with what another kept, one sends what another wrote.
@ExtendWith(OpenDesks.class)
class DeskColleaguesTest {

    private static final String OFFICE = "xb.social.welfare";
    private static final String OFFICE_WITHOUT_SUPERVISOR = "xb.central.justice";
    private static final String ADDRESSEE = "xa.social.welfare";
    private static final String KIND = "CON-ASK";
    private static final String QUESTION = "Which shelters in XA take minors?";
    private static final String BETTER_QUESTION = "Which shelters in XA take minors at night?";
    private static final String OFFICER_OF_THE_CASE = "Sample Officer Eight";
    private static final String CHANGED = "This was changed after the page was shown to you";

    private final Desks desks;

    DeskColleaguesTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void a_template_carries_what_was_chosen_and_no_person_and_only_a_shared_one_is_found_by_colleagues() {
        Page author = at("Sample Keeper", "keeper", "OFFICER:" + OFFICE);
        keep(author, "Only mine", false);
        keep(author, "For all of us", true);
        assertThat(author.locator("#templates")).containsText("Only mine");
        Page colleague = at("Sample Heir", "heir", "OFFICER:" + OFFICE);
        colleague.navigate(Desks.origin(colleague) + "/write?lang=en");
        assertThat(colleague.locator("#templates")).containsText("For all of us");
        assertThat(colleague.locator("#templates")).not().containsText("Only mine");

        Desks.press(colleague
                .locator("#templates button", new Page.LocatorOptions().setHasText("For all of us"))
                .first());
        assertThat(colleague.locator("[role=status]").first()).containsText("filled in already");
        String sheet = sheet(colleague);
        colleague.navigate(sheet + "/topics/general");
        assertThat(colleague.locator("[name=f-language]")).hasValue("en");
        assertThat(colleague.locator("[name=f-topic]")).hasValue("ASSETS");
        assertThat(colleague.locator("[name=f-answerBy]")).hasValue("");
        assertThat(colleague.locator("main").innerHTML()).doesNotContain(QUESTION);
        colleague.navigate(sheet + "/topics/officer");
        assertThat(colleague.locator("[name=f-officer-name]")).hasValue("");
        colleague.context().close();
        author.context().close();
    }

    /// Offered is what is about no person; ticked what is coded; kept what is ticked.
    private static void keep(Page page, String name, boolean shared) {
        String sheet = written(page);
        page.navigate(sheet + "/template");
        assertThat(page.locator("#keep-f-language")).isChecked();
        assertThat(page.locator("#keep-f-topic")).isChecked();
        assertThat(page.locator("#keep-f-question")).not().isChecked();
        assertThat(page.locator("main").innerText()).doesNotContain(OFFICER_OF_THE_CASE);
        assertThat(page.locator("[name=keep][value^=f-officer]").count()).isZero();
        page.fill("#name", name);
        if (shared) page.check("#shared");
        Desks.press(page.locator("main form button"));
    }

    @Test
    void what_one_person_wrote_another_one_sends_who_saw_what_is_sent() {
        Page author = at("Sample Author", "author", "OFFICER:" + OFFICE, "SUPERVISOR:" + OFFICE);
        Page supervisor = at("Sample Supervisor", "supervisor", "SUPERVISOR:" + OFFICE);
        String sheet = written(author);
        Page secondTab = author.context().newPage();
        secondTab.navigate(sheet + "/topics/general");
        author.navigate(sheet + "/preview");
        assertThat(author.locator("main")).containsText("Two people must agree here");
        assertThat(author.locator("form[action$='/send']").count()).isZero();
        Desks.press(author.locator("form[action$='/hand-over'] button"));
        assertThat(author.locator("main")).containsText("With a supervisor");

        cannotBeSentByItsAuthor(author, sheet);
        secondTab.fill("[name=f-question]", BETTER_QUESTION);
        assertThat(secondTab.locator("#kept")).containsText("not kept any more");
        assertThat(secondTab.locator("#kept")).containsText("This lies with a supervisor");
        assertThat(secondTab.locator("#kept a"))
                .hasAttribute("href", URI.create(sheet).getPath() + "/preview");
        Desks.press(secondTab.locator("button[name=go]").last());
        assertThat(secondTab.locator("h1")).hasText("Nothing was changed");
        assertThat(secondTab.locator("main")).containsText("This lies with a supervisor");

        String asShownFirst = waitingAt(supervisor);
        assertThat(supervisor.locator("main")).containsText(QUESTION);
        Desks.press(supervisor.locator("form[action$='/give-back'] button"));
        answer(author, sheet, BETTER_QUESTION);
        secondTab.navigate(sheet + "/topics/general");
        author.navigate(sheet + "/preview");
        Desks.press(author.locator("form[action$='/hand-over'] button"));

        String asShownNow = waitingAt(supervisor);
        assertThat(asShownNow).isNotEqualTo(asShownFirst);
        supervisor.evaluate(
                "was => document.querySelector(\"form[action$='/send'] [name=shown]\").value = was", asShownFirst);
        Desks.press(supervisor.locator("form[action$='/send'] button"));
        assertThat(supervisor.locator("[role=alert]")).containsText(CHANGED);
        assertThat(supervisor.locator("main")).containsText(BETTER_QUESTION);
        Desks.press(supervisor.locator("form[action$='/send'] button"));
        assertThat(supervisor.url()).contains("/messages/");
        assertThat(supervisor.locator("main")).containsText("Signed by");
        assertThat(supervisor.locator("main")).containsText(BETTER_QUESTION);
        author.navigate(Desks.origin(author) + "/write");
        assertThat(author.locator("main")).not().containsText("With a supervisor");
        secondTab.fill("[name=f-question]", QUESTION);
        assertThat(secondTab.locator("#kept")).containsText("This was sent.");
        assertThat(secondTab.locator("#kept a"))
                .hasAttribute(
                        "href",
                        supervisor.url().substring(Desks.origin(supervisor).length()));
        holdsItsProof(supervisor);
        supervisor.context().close();
        author.context().close();
    }

    /// A browser gets the file that the command line can check.
    private static void holdsItsProof(Page page) {
        Download file =
                page.waitForDownload(() -> page.locator("a[href*='/proof.zip']").click());
        assertThat(file.suggestedFilename()).endsWith(".zip");
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.endsWith("slip.p7m"))
                    .anyMatch(name -> name.endsWith("content.p7m"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void of_release_and_giving_back_the_later_is_told_what_the_earlier_did() {
        Page author = at("Sample Writer", "writer", "OFFICER:" + OFFICE);
        Page giver = at("Sample Giver", "giver", "SUPERVISOR:" + OFFICE);
        Page releaser = at("Sample Releaser", "releaser", "SUPERVISOR:" + OFFICE);
        String preview = written(author) + "/preview";
        author.navigate(preview);
        Desks.press(author.locator("form[action$='/hand-over'] button"));
        giver.navigate(preview);
        releaser.navigate(preview);
        Desks.press(giver.locator("form[action$='/give-back'] button"));
        Desks.press(releaser.locator("form[action$='/send'] button"));
        assertThat(releaser.locator("h1")).hasText("Nothing was changed");
        assertThat(releaser.locator("main")).containsText("This lies with its author");

        author.navigate(preview);
        Desks.press(author.locator("form[action$='/hand-over'] button"));
        giver.navigate(preview);
        releaser.navigate(preview);
        Desks.press(releaser.locator("form[action$='/send'] button"));
        assertThat(releaser.locator("main")).containsText("Signed by");
        Desks.press(giver.locator("form[action$='/give-back'] button"));
        assertThat(giver.locator("main")).containsText("This was sent.");
        Desks.press(giver.locator("main a"));
        assertThat(giver.url()).isEqualTo(releaser.url());
        List.of(author, giver, releaser).forEach(page -> page.context().close());
    }

    @Test
    void what_waits_can_be_taken_back_and_is_not_handed_over_where_nobody_else_may_release_it() {
        Page author = at("Sample Scribe", "scribe", "OFFICER:" + OFFICE, "OFFICER:" + OFFICE_WITHOUT_SUPERVISOR);
        Page supervisor = at("Sample Chief", "chief", "SUPERVISOR:" + OFFICE);
        String sheet = written(author);
        author.navigate(sheet + "/preview");
        Desks.press(author.locator("form[action$='/hand-over'] button"));
        author.navigate(sheet + "/preview");
        Desks.press(author.locator("form[action$='/give-back'] button"));
        assertThat(author.url()).isEqualTo(sheet);
        supervisor.navigate(sheet + "/preview");
        assertThat(supervisor.locator("main")).containsText("This lies with its author");

        author.navigate(written(author, OFFICE_WITHOUT_SUPERVISOR) + "/preview");
        assertThat(author.locator("main")).containsText("nobody else is a supervisor of this authority");
        assertThat(author.locator("form[action$='/hand-over']")).hasCount(0);
        List.of(author, supervisor).forEach(page -> page.context().close());
    }

    @Test
    void who_writes_what_the_case_does_not_await_any_more_is_told_before_the_form_is_complete() {
        desks.play(Script.ACTS.getFirst().scenes());
        Page page = desks.officer(Cast.gatewayOf(SOCIAL_OF_ORIGIN));
        page.navigate(Desks.origin(page) + "/cases?as=" + SOCIAL_OF_ORIGIN + "&lang=en");
        Desks.press(page.locator(".list .what").first());
        Locator move = page.locator(".moves button").first();
        move.evaluate("button => button.value = 'REF-ACK'");
        Desks.press(move);
        assertThat(page.locator("main")).containsText("can no longer be sent in it");
        assertThat(page.locator("main a[href*='/cases/']").first()).hasText("Look at the case");
        page.navigate(sheet(page) + "/preview");
        assertThat(page.locator("main")).containsText("can no longer be sent in it");
    }

    @Test
    void an_auditor_writes_nothing_and_finds_by_number_what_its_lists_show() {
        Page sender = at("Sample Clerk", "clerk", "OFFICER:" + OFFICE, "SUPERVISOR:" + OFFICE);
        Page second = at("Sample Deputy", "deputy", "SUPERVISOR:" + OFFICE);
        String sheet = written(sender);
        sender.navigate(sheet + "/preview");
        Desks.press(sender.locator("form[action$='/hand-over'] button"));
        second.navigate(sheet + "/preview");
        Desks.press(second.locator("form[action$='/send'] button"));
        Page auditor = at("Sample Reviser", "reviser", "AUDITOR:" + OFFICE);
        auditor.navigate(Desks.origin(auditor) + "/inbox?box=sent&lang=en");
        assertThat(auditor.locator("main a[href='/write']")).hasCount(0);
        String number = auditor.locator(".list .code").first().innerText();
        for (String words : List.of(number, second.url().replaceAll(".*/messages/|\\?.*", ""))) {
            auditor.navigate(Desks.origin(auditor) + "/search?words=" + words);
            assertThat(auditor.locator("main .list li")).hasCount(1);
        }
        auditor.navigate(Desks.origin(auditor) + "/search?words=" + KIND);
        assertThat(auditor.locator("main .list li")).hasCount(0);
        assertThat(auditor.locator("main .hint")).containsText("Whole case numbers");
        List.of(sender, second, auditor).forEach(page -> page.context().close());
    }

    @Test
    void recipients_who_may_see_different_parts_get_a_sheet_each_from_one() {
        Page page = desks.officer(new GatewayCode("gateway-xc"));
        page.navigate(Desks.origin(page) + "/write?as=xc.social.welfare&lang=en");
        Desks.press(page.locator("button[value='REF-REQ']"));
        String sheet = sheet(page);
        page.navigate(sheet + "/topics/general");
        page.fill("[name=f-language]", "en");
        Desks.press(go(page));
        page.navigate(sheet + "/to");
        page.check("input[value='xa.social.welfare']");
        page.check("input[value='xb.police.border']");
        Desks.press(page.locator("main form button").last());
        assertThat(page.locator("main")).containsText("These recipients need a message each");
        Desks.press(page.locator("form[action$='/part'] button"));
        assertThat(page.locator("main")).not().containsText("These recipients need a message each");
        page.locator("[role=status] a").click();
        page.waitForURL(url -> !url.startsWith(sheet));
        String other = sheet(page);
        page.navigate(other + "/to");
        assertThat(page.locator("input[value='xb.police.border']")).isChecked();
        assertThat(page.locator("input[value='xa.social.welfare']")).not().isChecked();
        page.navigate(other + "/topics/general");
        assertThat(page.locator("[name=f-language]")).hasValue("en");
        page.navigate(sheet + "/to");
        assertThat(page.locator("input[value='xb.police.border']")).not().isChecked();
        assertThat(page.locator("input[value='xa.social.welfare']")).isChecked();
    }

    /// A supervisor finds by the tab what waits. Answers the digest of what the page shows.
    private static String waitingAt(Page supervisor) {
        supervisor.navigate(Desks.origin(supervisor) + "/inbox?lang=en");
        Desks.press(supervisor.locator(".tabs a[href='/release']"));
        Desks.press(supervisor.locator(".list .what").first());
        return supervisor.locator("form[action$='/send'] [name=shown]").getAttribute("value");
    }

    /// Not by a button, and not by what the button would post: a supervisor, too, is not two persons.
    private static void cannotBeSentByItsAuthor(Page author, String sheet) {
        author.navigate(sheet + "/preview");
        assertThat(author.locator("form[action$='/send']").count()).isZero();
        String token = author.locator("input[name=_csrf]").first().inputValue();
        String shown = "0".repeat(64);
        APIResponse answer = author.request()
                .post(
                        sheet + "/send",
                        RequestOptions.create()
                                .setForm(FormData.create().set("_csrf", token).set("shown", shown)));
        assertThat(answer.status()).isEqualTo(404);
    }

    /// A question without persons, ready to be sent. Answers where its sheet is.
    private static String written(Page page) {
        return written(page, OFFICE);
    }

    static String written(Page page, String office) {
        page.navigate(Desks.origin(page) + "/write?as=" + office + "&lang=en");
        Desks.press(page.locator("button[value='" + KIND + "']"));
        String sheet = sheet(page);
        page.navigate(sheet + "/to");
        page.check("input[value='" + ADDRESSEE + "']");
        Desks.press(page.locator("main form button").last());
        page.navigate(sheet + "/topics/general");
        page.fill("[name=f-language]", "en");
        page.fill("[name=f-number]", "1");
        page.locator("[name=f-topic]").selectOption("ASSETS");
        page.check("[name=f-noPersonalData]");
        Desks.press(go(page));
        answer(page, sheet, QUESTION);
        page.navigate(sheet + "/topics/officer");
        page.fill("[name=f-officer-name]", OFFICER_OF_THE_CASE);
        page.fill("[name=f-officer-function]", "analyst");
        page.fill("[name=f-officer-phone]", "+99012345678");
        Desks.press(go(page));
        return sheet;
    }

    private static void answer(Page page, String sheet, String question) {
        page.navigate(sheet + "/topics/general");
        page.fill("[name=f-question]", question);
        Desks.press(go(page));
    }

    private static Locator go(Page page) {
        return page.locator("button[name=go]").last();
    }

    private static String sheet(Page page) {
        return page.url().replaceAll("\\?.*", "");
    }

    private Page at(String name, String login, String... grants) {
        return desks.invited(desks.administrator(Desks.OF_FOUR_EYES), name, login, grants);
    }
}
