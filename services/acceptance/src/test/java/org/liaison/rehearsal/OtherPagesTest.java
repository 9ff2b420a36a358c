package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.GatewayCode;

/// The pages of those who are no officers or operators, or see for once what these do not.
@ExtendWith(OpenDesks.class)
class OtherPagesTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final String OFFICE = "xb.prosecutor.general";

    private final Desks desks;

    OtherPagesTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void whoever_is_not_signed_in_yet() {
        Page administrator = desks.administrator(DESTINATION);
        String origin = Desks.origin(administrator);
        String link = desks.link(administrator, "Sample Newcomer", "newcomer", "OFFICER:xc.social.welfare");
        Page stranger = desks.visitor("en");
        stranger.navigate(origin + "/sign-in");
        String enrol = link.substring(origin.length());
        areForEverybody(
                stranger,
                "stranger",
                Map.of(
                        "sign-in",
                        "/sign-in?why=time-out",
                        "enrol",
                        enrol,
                        "way",
                        enrol + "/way",
                        "closed",
                        "/enrol/no-such-link"));
        stranger.context().close();
    }

    @Test
    void whoever_decides_who_comes_in() {
        desks.officer(DESTINATION);
        Page administrator = desks.administrator(DESTINATION);
        administrator.navigate(Desks.origin(administrator) + "/persons");
        String person = administrator
                .locator("main a:has-text('Sample Officer')")
                .first()
                .getAttribute("href");
        areForEverybody(
                administrator,
                "administrator",
                Map.of("persons", "/persons", "person", person, "events", "/persons/events"));
    }

    @Test
    void whoever_releases_and_whoever_waits_for_it() {
        Page administrator = desks.administrator(Desks.OF_FOUR_EYES);
        Page author = desks.invited(administrator, "Sample Drafter", "drafter", "OFFICER:" + OFFICE);
        Page supervisor = desks.invited(administrator, "Sample Head", "head", "SUPERVISOR:" + OFFICE);
        String sheet = DeskColleaguesTest.written(author, OFFICE);
        author.navigate(sheet + "/preview");
        Desks.press(author.locator("form[action$='/hand-over'] button"));
        String path = sheet.substring(Desks.origin(author).length());
        areForEverybody(supervisor, "supervisor", Map.of("release", "/release", "preview", path + "/preview"));
        areForEverybody(author, "author", Map.of("declined", path, "waiting", path + "/preview"));
        List.of(author, supervisor).forEach(page -> page.context().close());
    }

    @Test
    void whoever_has_not_opened_a_message() {
        String message = desks.send(Script.ACTS.getFirst().scenes().getFirst());
        Page recipient = desks.officer(Cast.gatewayOf(SOCIAL_OF_ORIGIN));
        recipient.navigate(Desks.origin(recipient) + "/inbox?lang=en");
        Locator line = recipient.locator(".list .what[href*='" + message + "']");
        assertThat(line).isVisible();
        String path = line.getAttribute("href");
        areForEverybody(recipient, "recipient", Map.of("unopened", path));
        recipient.navigate(Desks.origin(recipient) + path);
        Desks.press(recipient.locator("form[action*='/open'] button"));
    }

    private static void areForEverybody(Page page, String site, Map<String, String> pages) {
        Walk walk = new Walk(page, site);
        assertThat(walk.through(pages)).allSatisfy(look -> {
            assertThat(look.inaccessible()).as("%s", look).isEmpty();
            assertThat(look.lost()).as("%s", look).isEmpty();
            assertThat(look.direction())
                    .as("%s", look)
                    .isEqualTo(look.language().equals("ar") ? "rtl" : "ltr");
        });
        assertThat(walk.elsewhere()).isEmpty();
    }
}
