package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every page of the operators' console, from the first link on: for everybody, in width and narrow, from left to
/// right and from right to left.
class ConsolePagesTest extends PagesContract {

    private static final List<String> PLACES = List.of(
            "home",
            "routes",
            "mailboxes",
            "quarantine",
            "trace",
            "charts",
            "live",
            "deadlines",
            "certificates",
            "snapshots",
            "log",
            "alerts",
            "account");

    ConsolePagesTest(Desks desks) {
        super(desks, desks.operator("ada"), "console");
    }

    @Override
    String front() {
        return "/home";
    }

    @Override
    Map<String, String> pages() {
        String message = desks.send(Script.ACTS.getFirst().scenes().getFirst());
        page.navigate(desks.console() + "/live");
        page.getByText(message).first().waitFor();
        Map<String, String> pages = new LinkedHashMap<>();
        PLACES.forEach(place -> pages.put(place, "/" + place));
        pages.put("trace", "/trace?id=" + message);
        pages.put("charts", "/charts?span=DAY&corridor=XC-XA");
        pages.put("differences", "/snapshots?kind=DIRECTORY&from=1&to=1");
        pages.put("runbook", "/runbook/log-broken");
        pages.put("diagnostics", "/diagnostics");
        pages.put("tokens", "/account/tokens");
        pages.put("nothing", "/nothing/here");
        return pages;
    }

    @Test
    void the_first_administrator_invites_operators_and_sees_no_more_than_that() {
        Page warden = desks.warden();
        warden.navigate(desks.console().toString());
        assertThat(warden.getByRole(AriaRole.HEADING).first().innerText()).isEqualTo("Persons and roles");
        assertThat(warden.locator("nav.tabs a").allInnerTexts()).containsExactly("Persons and roles");
        for (String place : PLACES)
            if (!place.equals("account"))
                assertThat(warden.request().get(desks.console() + "/" + place).status())
                        .as(place)
                        .isEqualTo(404);
        Page second = desks.operator("ben");
        second.navigate(desks.console().toString());
        assertThat(second.getByRole(AriaRole.HEADING).first().innerText()).isEqualTo("Is it well?");
        second.navigate(desks.console() + "/persons");
        assertThat(second.getByRole(AriaRole.HEADING).first().innerText()).isNotEqualTo("Persons and roles");
    }

    @Test
    void the_first_pages_are_small() {
        Page visitor = desks.visitor("en");
        assertSmall(visitor, desks.console() + "/sign-in");
        visitor.context().close();
        assertSmall(page.context().newPage(), desks.console() + "/home");
    }

    @Test
    void an_empty_hub_is_well_and_says_so() throws Exception {
        try (EmptyHub hub = new EmptyHub(desks.state(), desks.folder().resolve("empty"))) {
            Page first = desks.enrolled(hub.enrolmentLink());
            Page operator = desks.invited(first, "Sample Operator", "operator", "OFFICER:hub");
            operator.navigate(hub.console() + "/home");
            assertThat(operator.locator("main").innerText()).contains("All is well.", "Nothing yet.");
            for (String place : List.of("home", "charts", "live", "deadlines", "quarantine", "trace", "alerts")) {
                operator.navigate(hub.console() + "/" + place);
                assertThat(operator.locator("main .bad").count()).as(place).isZero();
            }
            operator.navigate(hub.console() + "/charts");
            assertThat(operator.locator("main").innerText()).contains("Nothing yet.");
            operator.context().close();
            first.context().close();
        }
    }

    @Test
    void times_are_those_of_the_operators_zone() {
        zone("Asia/Tokyo");
        Locator ends = page.locator("main time").first();
        page.navigate(desks.console() + "/certificates?lang=en");
        assertThat(ends.innerText()).endsWith("GMT+9");
        zone("UTC");
        page.navigate(desks.console() + "/certificates");
        assertThat(ends.innerText()).endsWith("UTC");
    }

    private void zone(String zone) {
        page.navigate(desks.console() + "/account?lang=en");
        page.getByLabel("Time zone").selectOption(zone);
        Desks.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")));
    }
}
