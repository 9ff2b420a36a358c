package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;

/// Coming in with the word of a real authorization server, which is another site than ours.
class OpenIdTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String START = "/sign-in/openid/start/provider";
    private static final Grant OFFICER = new Grant(Role.OFFICER, Site.AUTHORITY);

    @TempDir
    static Path folder;

    static Database database;
    static Provider provider;
    static Site site;

    @BeforeAll
    static void open() throws IOException {
        int port = Site.freePort();
        provider = Provider.start(URI.create("http://localhost:" + port + "/sign-in/openid/back"));
        database = Site.database(folder);
        Path secret = folder.resolve("secret");
        Files.writeString(secret, Provider.SECRET + "\n");
        site = Site.start(
                database,
                new Site.MovableClock(),
                port,
                Optional.of(new SignInSettings.OpenId(
                        "the ministry", provider.issuer, "liaison", secret, Optional.of("email"))));
    }

    @AfterAll
    static void close() {
        site.close();
        provider.close();
        database.close();
    }

    @BeforeEach
    void nobody_is_linked() {
        site.sql()
                .sql("update signin_persons set issuer = null, subject = null")
                .update();
    }

    @Test
    void whoever_has_the_verified_claim_of_a_person_comes_in_and_is_linked_from_then_on() {
        Person ada = somebody("ada@ministry.example");
        Visitor visitor = new Visitor(site);
        assertThat(visitor.get("/sign-in").body()).contains("Sign in with the ministry");
        Visitor.Answer back = visitor.get(throughProvider(visitor, START + "?to=%2Finside%2Fpage", "ada"));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.header("Refresh")).isEqualTo("0;url=/inside/page");
        assertThat(visitor.get("/inside/page").body()).isEqualTo("page of ada@ministry.example");
        assertThat(site.bean(Persons.class)
                        .bySubject(provider.issuer.toString(), "ada")
                        .orElseThrow()
                        .person()
                        .id())
                .isEqualTo(ada.id());
    }

    @Test
    void a_claim_that_is_not_verified_is_nobodys() {
        somebody("ada@ministry.example");
        Visitor visitor = new Visitor(site);
        assertThat(visitor.get(throughProvider(visitor, START, "mallory")).location())
                .isEqualTo("/sign-in?why=openid");
        assertThat(visitor.get("/inside/page").status()).isEqualTo(303);
    }

    @Test
    void once_linked_the_claim_opens_nothing_for_another_subject() {
        Person bea = somebody("bea@ministry.example");
        site.bean(Persons.class).link(bea.id(), provider.issuer.toString(), "somebody-else");
        Visitor visitor = new Visitor(site);
        assertThat(visitor.get(throughProvider(visitor, START, "bea")).location())
                .isEqualTo("/sign-in?why=openid");
    }

    @Test
    void nobody_is_made_by_signing_in_elsewhere() {
        int before = site.sql()
                .sql("select count(*) from signin_persons")
                .query(Integer.class)
                .single();
        Visitor visitor = new Visitor(site);
        Visitor.Answer back = visitor.get(throughProvider(visitor, START, "stranger"));
        assertThat(back.location()).isEqualTo("/sign-in?why=openid");
        assertThat(visitor.get(back.location()).body()).contains("That account is not known here");
        assertThat(site.sql()
                        .sql("select count(*) from signin_persons")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void a_disabled_person_stays_out() {
        Person cem = somebody("cem@ministry.example");
        site.bean(Persons.class).link(cem.id(), provider.issuer.toString(), "cem");
        site.bean(Persons.class).disable(cem.id());
        Visitor visitor = new Visitor(site);
        assertThat(visitor.get(throughProvider(visitor, START, "cem")).location())
                .isEqualTo("/sign-in?why=openid");
    }

    @Test
    void an_enrolment_link_can_be_used_up_by_signing_in_elsewhere() {
        Person administrator = somebody("administrator-of-" + System.nanoTime());
        site.bean(Persons.class).regrant(administrator.id(), Set.of(new Grant(Role.ADMINISTRATOR, Site.AUTHORITY)));
        String login = "invited-" + System.nanoTime();
        Administration.Change.Linked invited = (Administration.Change.Linked) site.bean(Administration.class)
                .invite(
                        site.bean(Persons.class).find(administrator.id()).orElseThrow(),
                        login,
                        "Cem Example",
                        Set.of(OFFICER));
        String path = invited.link().address().getPath();
        String token = path.substring("/enrol/".length());
        Visitor visitor = new Visitor(site);
        assertThat(visitor.get(path + "/way").body()).contains(START + "?enrol=" + token);
        assertThat(visitor.get(throughProvider(visitor, START + "?enrol=" + token, "cem"))
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get("/").body()).isEqualTo("home of " + login);
        assertThat(new Visitor(site).get(path).status()).isEqualTo(404);
        Visitor later = new Visitor(site);
        later.get(throughProvider(later, START, "cem"));
        assertThat(later.get("/").body()).isEqualTo("home of " + login);
    }

    @Test
    void another_sites_link_enrols_nobody() {
        Visitor visitor = new Visitor(site);
        String token = site.bean(Enrolment.class)
                .link(
                        site.person("p" + System.nanoTime(), OFFICER).id(),
                        somebody("ada@ministry.example").id())
                .address()
                .getPath()
                .substring("/enrol/".length());
        String back = throughProvider(visitor, START + "?enrol=" + token, "stranger", "Sec-Fetch-Site", "cross-site");
        assertThat(visitor.get(back).location()).isEqualTo("/sign-in?why=openid");
        assertThat(new Visitor(site).get("/enrol/" + token).status()).isEqualTo(200);
    }

    @Test
    void an_answer_that_nobody_here_asked_for_is_refused() {
        somebody("ada@ministry.example");
        Visitor asker = new Visitor(site);
        String back = throughProvider(asker, START, "ada");
        Visitor other = new Visitor(site);
        assertThat(other.get(back).location())
                .as("nobody is signed in to an attacker's account")
                .isEqualTo("/sign-in?why=openid");
        assertThat(asker.get(back.replaceFirst("state=[^&]+", "state=forged")).location())
                .isEqualTo("/sign-in?why=openid");
        assertThat(asker.get(back).location()).as("once is enough").isEqualTo("/sign-in?why=openid");
    }

    @Test
    void a_provider_that_is_down_keeps_nobody_from_the_other_ways() {
        try (Site without = Site.start(
                database,
                new Site.MovableClock(),
                Site.freePort(),
                Optional.of(new SignInSettings.OpenId(
                        "the ministry",
                        URI.create("http://127.0.0.1:" + Site.freePort()),
                        "liaison",
                        folder.resolve("secret"),
                        Optional.empty())))) {
            Visitor visitor = new Visitor(without);
            Visitor.Answer down = visitor.get(START);
            assertThat(down.location()).isEqualTo("/sign-in?why=openid-down");
            assertThat(visitor.get(down.location()).body()).contains("cannot be reached at the moment");
            assertThat(visitor.signIn(somebody("ada@ministry.example").login(), Site.PASSWORD)
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_secret_that_is_not_there_is_told_when_the_program_starts() {
        SignInSettings.OpenId openId = new SignInSettings.OpenId(
                "the ministry", provider.issuer, "liaison", folder.resolve("no-such-secret"), Optional.empty());
        assertThatThrownBy(() -> Site.start(database, new Site.MovableClock(), Site.freePort(), Optional.of(openId)))
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasStackTraceContaining("The OpenID secret cannot be read from");
    }

    @Test
    void a_real_browser_comes_back_from_another_site_with_our_strictest_cookie() {
        somebody("bea@ministry.example");
        try (Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(site.origin + "/inside/page");
            page.getByText("Sign in with the ministry").click();
            page.fill("#username", "bea");
            page.fill("#password", Provider.PASSWORD);
            page.locator("button").click();
            page.waitForURL(site.origin + "/inside/page");
            assertThat(page.locator("body").textContent()).isEqualTo("page of bea@ministry.example");
        }
    }

    private static Person somebody(String login) {
        return site.bean(Persons.class)
                .byLogin(login)
                .map(Account::person)
                .map(person -> {
                    site.bean(Persons.class).enable(person.id());
                    return person;
                })
                .orElseGet(() -> site.person(login, OFFICER));
    }

    /// Goes to the provider as the browser would, logs in there, and answers the address that it sends the
    /// browser to.
    private static String throughProvider(Visitor visitor, String start, String name, String... headers) {
        String authorize = visitor.get(start, headers).location();
        assertThat(authorize).startsWith(provider.issuer.toString()).contains("code_challenge_method=S256", "nonce=");
        try (HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            send(http, HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html"));
            Matcher token = CSRF.matcher(send(http, HttpRequest.newBuilder(URI.create(provider.issuer + "/login")))
                    .body());
            assertThat(token.find()).isTrue();
            String form = "username=" + name + "&password=" + Provider.PASSWORD + "&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
            String next = location(send(
                    http,
                    HttpRequest.newBuilder(URI.create(provider.issuer + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))));
            return location(send(http, HttpRequest.newBuilder(URI.create(next)).header("Accept", "text/html")));
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
