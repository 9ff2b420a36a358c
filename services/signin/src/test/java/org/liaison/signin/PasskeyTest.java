package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;

/// Passkeys in a real browser with an authenticator that it plays itself.
class PasskeyTest {

    @TempDir
    static Path folder;

    static Database database;
    static Site site;
    static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private Person administrator;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        database = Site.database(folder);
        site = Site.start(database);
    }

    @AfterAll
    static void close() {
        if (site != null) site.close();
        if (database != null) database.close();
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void an_administrator() {
        administrator = site.person(
                "a" + UUID.randomUUID().toString().substring(0, 8), new Grant(Role.ADMINISTRATOR, Site.AUTHORITY));
    }

    @Test
    void a_person_enrols_signs_in_and_keeps_house_with_passkeys_alone() {
        String login = invited();
        String link = link(login);
        try (BrowserContext context = browser().newContext()) {
            Page page = watched(context);
            JsonObject device = authenticator(context, page, true);
            enrol(page, link, "office laptop");
            assertThat(page.locator("body").textContent()).isEqualTo("home of " + login);

            page.navigate(site.origin + "/account");
            assertThat(page.inputValue("#label-0")).isEqualTo("office laptop");
            button(page, "Remove “office laptop”").click();
            assertThat(page.locator("[role=alert]").first().textContent()).contains("only way in");
            page.waitForLoadState();

            button(page, "Add a passkey").click();
            page.locator("[data-say=known]").waitFor();
            assertThat(page.locator("[data-say=known]").isVisible()).isTrue();

            signOut(page);
            button(page, "Sign in with a passkey").click();
            page.waitForURL(site.origin + "/");
            assertThat(page.locator("body").textContent()).isEqualTo("home of " + login);
            assertThat(device.get("authenticatorId")).isNotNull();
            assertThat(complaints)
                    .as("the browser found nothing against our policy")
                    .isEmpty();
        }
    }

    @Test
    void a_second_device_can_be_added_renamed_and_the_first_removed() {
        String login = invited();
        try (BrowserContext context = browser().newContext()) {
            Page page = watched(context);
            CDPSession devices = context.newCDPSession(page);
            devices.send("WebAuthn.enable");
            JsonObject first = devices.send("WebAuthn.addVirtualAuthenticator", options("internal", true));
            enrol(page, link(login), "old laptop");
            devices.send("WebAuthn.removeVirtualAuthenticator", first);
            devices.send("WebAuthn.addVirtualAuthenticator", options("internal", true));
            page.navigate(site.origin + "/account");
            page.fill("#label", "new <b>laptop</b>");
            button(page, "Add a passkey").click();
            page.getByText("The passkey was added").waitFor();
            page.fill("#label-1", "new laptop");
            button(page, "Rename").nth(1).click();
            page.getByText("Saved.").waitFor();
            button(page, "Remove “old laptop”").click();
            page.getByText("The passkey was removed").waitFor();
            PlaywrightAssertions.assertThat(page.locator("ul.list > li")).hasCount(1);
            signOut(page);
            button(page, "Sign in with a passkey").click();
            page.waitForURL(site.origin + "/");
        }
    }

    @Test
    void a_disabled_persons_passkey_opens_nothing() {
        String login = invited();
        try (BrowserContext context = browser().newContext()) {
            Page page = watched(context);
            authenticator(context, page, true);
            enrol(page, link(login), "phone");
            UUID id = site.bean(Persons.class)
                    .byLogin(login)
                    .orElseThrow()
                    .person()
                    .id();
            site.bean(Administration.class).disable(administrator, id);
            page.navigate(site.origin + "/inside/page");
            assertThat(page.url()).contains("why=ended");
            button(page, "Sign in with a passkey").click();
            page.getByText("This passkey does not open an account here").waitFor();
        }
    }

    @Test
    void a_device_that_does_not_verify_its_person_is_not_taken() {
        String login = invited();
        try (BrowserContext context = browser().newContext()) {
            Page page = watched(context);
            authenticator(context, page, false);
            page.navigate(link(login));
            describe(page, "Nil Example");
            button(page, "Make a passkey").click();
            page.locator("[data-say=failed]").waitFor();
            assertThat(site.bean(Persons.class).byLogin(login).orElseThrow().state())
                    .isEqualTo(Account.State.INVITED);
        }
    }

    @Test
    void an_answer_that_was_overheard_opens_nothing_a_second_time() {
        String login = invited();
        try (BrowserContext context = browser().newContext()) {
            Page page = watched(context);
            authenticator(context, page, true);
            enrol(page, link(login), "phone");
            signOut(goTo(page, "/account"));
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/sign-in/passkey"))
                    sent.add(Optional.ofNullable(request.postData()).orElse(""));
            });
            button(page, "Sign in with a passkey").click();
            page.waitForURL(site.origin + "/");
            assertThat(sent).hasSize(1);
            String credential = java.net.URLDecoder.decode(
                    sent.getFirst().replaceFirst(".*credential=([^&]*).*", "$1"),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(credential).contains("clientDataJSON");
            Visitor thief = new Visitor(site);
            thief.post("/sign-in/passkey/options", thief.token("/sign-in"));
            assertThat(thief.submit("/sign-in", "/sign-in/passkey", "credential", credential)
                            .status())
                    .isEqualTo(422);
            assertThat(thief.get("/inside/page").status()).isEqualTo(303);
        }
    }

    @Test
    void without_a_script_the_page_says_what_passkeys_need() {
        Visitor.Answer answer = new Visitor(site).submit("/sign-in", "/sign-in/passkey", "credential", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Passkeys need JavaScript");
    }

    @Test
    void nonsense_in_place_of_a_passkey_is_refused_in_words() {
        Visitor visitor = new Visitor(site);
        for (String nonsense : new String[] {"x", "{}", "[]", "null", "{\"id\":\"a\"}", "{\"rawId\":5}"}) {
            visitor.post("/sign-in/passkey/options", visitor.token("/sign-in"));
            assertThat(visitor.submit("/sign-in", "/sign-in/passkey", "credential", nonsense)
                            .status())
                    .as(nonsense)
                    .isEqualTo(422);
        }
    }

    private static Browser browser() {
        return chromium.browser();
    }

    private String invited() {
        String login = "p" + UUID.randomUUID().toString().substring(0, 8);
        site.bean(Administration.class)
                .invite(administrator, login, "Example", Set.of(new Grant(Role.OFFICER, Site.AUTHORITY)));
        return login;
    }

    private String link(String login) {
        UUID id = site.bean(Persons.class).byLogin(login).orElseThrow().person().id();
        return ((Administration.Change.Linked) site.bean(Administration.class).link(administrator, id))
                .link()
                .address()
                .toString();
    }

    private static void enrol(Page page, String link, String label) {
        page.navigate(link);
        describe(page, "Example Person");
        page.fill("#label", label);
        button(page, "Make a passkey").click();
        page.waitForURL(site.origin + "/");
    }

    /// What a button for passkeys does, it does when the script has come with the rest of its page.
    private static void describe(Page page, String name) {
        page.fill("#name", name);
        button(page, "Continue").click();
        page.waitForURL("**/way**");
    }

    private static void signOut(Page page) {
        button(page, "Sign out").click();
        page.waitForURL("**/sign-in?why=signed-out");
    }

    private static Page goTo(Page page, String path) {
        page.navigate(site.origin + path);
        return page;
    }

    private Page watched(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) complaints.add(message.text());
        });
        return page;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static JsonObject authenticator(BrowserContext context, Page page, boolean verified) {
        CDPSession devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        return devices.send("WebAuthn.addVirtualAuthenticator", options("internal", verified));
    }

    private static JsonObject options(String transport, boolean verified) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verified);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return arguments;
    }
}
