package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Tokens for programs: what they open, for how long, and what ends them.
class TokensTest extends OfficerAtSite {

    private static final String DOOR = "/programs/thing";
    private static final String LABEL = "night report on server 3";
    private static final Pattern TOKEN = Pattern.compile("value=\"(liaison_[^\"]+)\"");
    private static final Pattern REVOKE = Pattern.compile("action=\"([^\"]+/revoke)\"");

    TokensTest(Site site) {
        super(site);
        visitor.signIn(login, Site.PASSWORD);
    }

    @Test
    void a_token_is_shown_once_kept_as_a_digest_and_lets_a_program_in_as_its_person() {
        String token = make("8");
        assertThat(visitor.get("/account/tokens").body())
                .contains(LABEL, "Not used yet")
                .doesNotContain(token);
        HttpResponse<String> read = program("GET", token);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("read for " + login + " [OFFICER:" + Site.AUTHORITY + "]");
        assertThat(read.headers().map()).doesNotContainKey("set-cookie");
        assertThat(program("POST", token).body()).isEqualTo("done for " + login);
        assertThat(visitor.get("/account/tokens").body()).contains("Last used").doesNotContain("Not used yet");
        assertThat(everythingKept()).doesNotContain(token.substring(token.length() - 20));
        assertThat(site.bean(Books.class).events().of(person.id(), 3))
                .extracting(Events.Event::what)
                .as("reading leaves no event, acting does")
                .containsExactly(Events.What.TOKEN_USED, Events.What.TOKEN_MADE, Events.What.SIGNED_IN);
    }

    @Test
    void a_session_opens_no_door_of_programs_and_a_token_no_page() {
        String token = make("8");
        assertThat(visitor.get(DOOR).status()).isEqualTo(401);
        assertThat(visitor.submit("/account", DOOR).status()).isEqualTo(401);
        assertThat(visitor.get(DOOR, "Authorization", "Basic " + token).status())
                .isEqualTo(401);
        assertThat(visitor.get(DOOR).header("Content-Type")).startsWith("application/problem+json");
        assertThat(visitor.get(DOOR).body()).contains("token-missing", "Authorization: Bearer");
        assertThat(new Visitor(site)
                        .get("/inside/page", "Authorization", "Bearer " + token)
                        .location())
                .startsWith("/sign-in");
        assertThat(new Visitor(site)
                        .get("/account/tokens", "Authorization", "Bearer " + token)
                        .location())
                .startsWith("/sign-in");
    }

    @Test
    void a_token_may_what_its_person_may_now() {
        String token = make("8");
        site.sql()
                .sql("update signin_grants set role = 'AUDITOR' where person = ?")
                .param(person.id())
                .update();
        assertThat(program("GET", token).body()).contains("AUDITOR:").doesNotContain("OFFICER:");
    }

    @Test
    void its_time_ends_it() {
        String token = make("1");
        site.clock.forward(Duration.ofMinutes(59));
        assertThat(program("GET", token).statusCode()).isEqualTo(200);
        site.clock.forward(Duration.ofMinutes(1));
        HttpResponse<String> over = program("GET", token);
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body()).contains("token-expired", "The time of this token is over");
        assertThat(over.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_new_password_new_roles_a_new_enrolment_and_being_disabled_end_it() {
        String byPassword = make("8");
        String other = "eleven quiet rivers in the north";
        visitor.submit("/account", "/account/password", "current", Site.PASSWORD, "password", other, "again", other);
        assertEnded(byPassword);
        String byEnrolment = make("8");
        site.bean(Persons.class).endSessions(person.id());
        assertEnded(byEnrolment);
        visitor.signIn(login, other);
        String byDisabling = make("8");
        site.bean(Persons.class).disable(person.id());
        assertEnded(byDisabling);
    }

    @Test
    void its_person_revokes_it_and_nobody_elses() {
        String token = make("8");
        String address = revokeAddress(visitor.get("/account/tokens").body());
        site.person(login + "-x", new Grant(Role.OFFICER, Site.AUTHORITY));
        Visitor stranger = new Visitor(site);
        stranger.signIn(login + "-x", Site.PASSWORD);
        assertThat(stranger.submit("/account/tokens", address).status()).isEqualTo(404);
        assertThat(program("GET", token).statusCode()).isEqualTo(200);
        assertThat(visitor.post(address, java.util.Optional.empty()).status())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(visitor.submit("/account/tokens", address).location()).isEqualTo("/account/tokens");
        assertThat(program("GET", token).body()).contains("token-revoked");
        assertThat(visitor.get("/account/tokens").body()).contains("opens nothing any more", "Revoked");
    }

    @Test
    void an_administrator_of_the_person_sees_and_revokes_it() {
        String token = make("8");
        site.person(login + "-a", new Grant(Role.ADMINISTRATOR, Site.AUTHORITY));
        site.person(login + "-b", new Grant(Role.ADMINISTRATOR, Site.OTHER_AUTHORITY));
        Visitor administrator = new Visitor(site);
        administrator.signIn(login + "-a", Site.PASSWORD);
        String page = administrator.get("/persons/" + person.id()).body();
        assertThat(page).contains(LABEL).doesNotContain(token);
        Visitor elsewhere = new Visitor(site);
        elsewhere.signIn(login + "-b", Site.PASSWORD);
        assertThat(elsewhere.submit("/persons", revokeAddress(page)).status()).isEqualTo(404);
        assertThat(program("GET", token).statusCode()).isEqualTo(200);
        administrator.submit("/persons/" + person.id(), revokeAddress(page));
        assertThat(program("GET", token).body()).contains("token-revoked");
        assertThat(site.bean(Books.class).events().of(person.id(), 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.what()).isEqualTo(Events.What.TOKEN_REVOKED);
                    assertThat(event.by()).contains("Person " + login + "-a");
                });
    }

    @Test
    void unknown_tokens_are_counted_by_address_and_keep_nobody_from_a_password() {
        String token = make("8");
        for (int i = 0; i < SignInSettings.Attempts.USUAL.address(); i++)
            assertThat(program("GET", "liaison_guess" + i).statusCode()).isEqualTo(401);
        HttpResponse<String> locked = program("GET", token);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        assertThat(locked.body()).contains("too-many-tries");
        assertThat(new Visitor(site).signIn(login, Site.PASSWORD).status()).isEqualTo(303);
        site.clock.forward(Duration.ofMinutes(1));
        assertThat(program("GET", token).statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_made_is_said_and_an_open_screen_makes_none() {
        assertThat(ask(LABEL, "0").body()).contains("1 hour to 90 days");
        assertThat(ask(LABEL, "2161").body()).contains("1 hour to 90 days");
        assertThat(ask(LABEL, "9223372036854775807").body()).contains("1 hour to 90 days");
        assertThat(ask(" ", "8").status()).isEqualTo(422);
        assertThat(ask(LABEL, "8; drop").status()).isEqualTo(400);
        for (int i = 0; i < AccessTokens.MOST; i++)
            assertThat(ask(LABEL, "1").status()).isEqualTo(200);
        assertThat(ask(LABEL, "1").body()).contains("You have 20 tokens");
        site.clock.forward(Duration.ofMinutes(16));
        assertThat(ask(LABEL, "1").location()).isEqualTo("/sign-in?why=confirm&to=%2Faccount%2Ftokens");
    }

    @Test
    void a_token_that_opens_is_never_out_of_sight() {
        make("2160");
        site.sql()
                .sql("insert into signin_tokens (id, digest, person, label, epoch, created, expires, revoked)"
                        + " select gen_random_uuid(), sha256(n::text::bytea), person, 'old', 1,"
                        + " created + interval '1 day', created + interval '2 days', created"
                        + " from signin_tokens, generate_series(1, 60) n where person = ?")
                .param(person.id())
                .update();
        assertThat(visitor.get("/account/tokens").body()).contains(LABEL, "Revoked");
        site.sql().sql("delete from signin_tokens where label = 'old'").update();
    }

    @Test
    void a_label_is_text_and_nothing_else() {
        assertThat(ask("<script>alert(1)</script>", "8").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    private void assertEnded(String token) {
        HttpResponse<String> answer = program("GET", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("token-ended");
    }

    private Visitor.Answer ask(String label, String hours) {
        return visitor.submit("/account/tokens", "/account/tokens", "label", label, "hours", hours);
    }

    private String make(String hours) {
        Visitor.Answer answer = ask(LABEL, hours);
        assertThat(answer.status()).as(answer.location()).isEqualTo(200);
        Matcher token = TOKEN.matcher(answer.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String revokeAddress(String page) {
        Matcher address = REVOKE.matcher(page);
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private String everythingKept() {
        StringBuilder kept = new StringBuilder();
        for (String table : new String[] {"signin_tokens", "signin_events", "signin_attempts"})
            for (Map<String, Object> row : site.sql()
                    .sql("select t::text from " + table + " t")
                    .query()
                    .listOfRows()) kept.append(row);
        return kept.toString();
    }

    private HttpResponse<String> program(String method, String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(site.origin + DOOR))
                            .header("Authorization", "Bearer " + token)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
