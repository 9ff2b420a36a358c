package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Coming in with a password, staying, and leaving, as a browser does it.
class SignInTest extends OfficerAtSite {

    SignInTest(Site site) {
        super(site);
    }

    @Test
    void whoever_is_not_signed_in_is_shown_the_sign_in_page_and_comes_back() {
        Visitor.Answer refused = visitor.get("/inside/page?case=1");
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.location()).isEqualTo("/sign-in?to=%2Finside%2Fpage%3Fcase%3D1");
        Visitor.Answer page = visitor.get(refused.location());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Sign in", "value=\"/inside/page?case=1\"");
        Visitor.Answer in = visitor.submit(
                "/sign-in", "/sign-in", "login", login, "password", Site.PASSWORD, "to", "/inside/page?case=1");
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/inside/page?case=1");
        assertThat(visitor.get("/inside/page?case=1").body()).isEqualTo("page of " + login);
    }

    @Test
    void capitals_and_spaces_in_the_login_name_do_not_count() {
        assertThat(visitor.signIn(" " + login.toUpperCase(java.util.Locale.ROOT) + " ", Site.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void the_session_gets_a_new_id_at_sign_in_and_the_old_one_opens_nothing() {
        visitor.get("/sign-in");
        String before = visitor.session().orElseThrow();
        visitor.signIn(login, Site.PASSWORD);
        String after = visitor.session().orElseThrow();
        assertThat(after).isNotEqualTo(before);
        Visitor attacker = new Visitor(site);
        attacker.setSession(before);
        assertThat(attacker.get("/inside/page").status()).isEqualTo(303);
    }

    @Test
    void a_session_id_of_an_attackers_choice_is_never_taken() {
        String planted = "00112233445566778899AABBCCDDEEFF";
        visitor.setSession(planted);
        assertThat(visitor.signIn(login, Site.PASSWORD).status()).isEqualTo(303);
        Visitor attacker = new Visitor(site);
        attacker.setSession(planted);
        assertThat(attacker.get("/inside/page").status()).isEqualTo(303);
    }

    @Test
    void what_is_posted_after_the_session_ended_waits_for_the_same_person_alone() {
        visitor.signIn(login, Site.PASSWORD);
        Optional<String> token = visitor.token("/account");
        site.clock.forward(SignInSettings.IDLE.plusSeconds(1));
        assertThat(visitor.post("/inside/page", token, "typed", "words").location())
                .startsWith("/sign-in?why=time-out");
        HeldForms held = site.bean(HeldForms.class);
        Person typist = site.bean(Persons.class).byLogin(login).orElseThrow().person();
        assertThat(held.take(site.person(login + "-b"), "/inside/page")).isEmpty();
        assertThat(held.take(typist, "/inside/stay")).isEmpty();
        assertThat(held.take(typist, "/inside/page").orElseThrow().getFirst("typed"))
                .isEqualTo("words");
        assertThat(held.take(typist, "/inside/page")).isEmpty();
    }

    @Test
    void what_is_posted_after_the_session_ended_waits_no_longer_than_an_hour() {
        visitor.signIn(login, Site.PASSWORD);
        Optional<String> token = visitor.token("/account");
        site.clock.forward(SignInSettings.IDLE.plusSeconds(1));
        visitor.post("/inside/page", token, "typed", "words");
        site.clock.forward(Duration.ofMinutes(61));
        Person typist = site.bean(Persons.class).byLogin(login).orElseThrow().person();
        assertThat(site.bean(HeldForms.class).take(typist, "/inside/page")).isEmpty();
    }

    @Test
    void what_stays_open_ends_when_its_person_signs_out() {
        Stay stay = staying();
        assertThat(stay.lasts()).isTrue();
        visitor.submit("/account", "/sign-out");
        assertThat(stay.lasts()).isFalse();
    }

    @Test
    void what_stays_open_ends_when_its_person_is_disabled() {
        Stay stay = staying();
        site.bean(Persons.class).disable(person.id());
        assertThat(stay.lasts()).isFalse();
    }

    @Test
    void what_stays_open_ends_when_nobody_clicks_and_does_not_keep_the_session() {
        Stay stay = staying();
        Duration almost = SignInSettings.IDLE.minusSeconds(30);
        site.clock.forward(almost);
        assertThat(stay.lasts()).isTrue();
        site.clock.forward(Duration.ofMinutes(1));
        assertThat(stay.lasts()).isFalse();
        assertThat(visitor.get("/inside/page").status()).isEqualTo(303);
    }

    private Stay staying() {
        visitor.signIn(login, Site.PASSWORD);
        assertThat(visitor.get("/inside/stay").status()).isEqualTo(200);
        return Site.STAYS.get(login);
    }

    @Test
    void a_wrong_name_a_wrong_password_and_a_disabled_person_are_told_the_same() {
        Person gone = site.person(login + "-gone", new Grant(Role.OFFICER, Site.AUTHORITY));
        site.bean(Persons.class).disable(gone.id());
        String wrongName = essence(visitor.signIn("nobody-" + login, Site.PASSWORD));
        String wrongPassword = essence(visitor.signIn(login, "not the password of anybody"));
        String disabled = essence(visitor.signIn(login + "-gone", Site.PASSWORD));
        assertThat(wrongName).contains("Login name or password is not right").isEqualTo(wrongPassword);
        assertThat(disabled).isEqualTo(wrongPassword);
    }

    /// Whoever makes us look at many passwords must neither hold up the pages of others nor lock their names.
    @Test
    void while_too_many_passwords_are_looked_at_another_is_told_to_come_back_and_loses_no_try() throws Exception {
        Passwords passwords = site.bean(Passwords.class);
        CountDownLatch all = new CountDownLatch(Passwords.AT_ONCE);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService guessers = Executors.newCachedThreadPool();
                AutoCloseable _ = done::countDown) {
            for (int i = 0; i < Passwords.AT_ONCE; i++)
                guessers.submit(() -> passwords.inTurn(() -> {
                    all.countDown();
                    return waited(done);
                }));
            all.await();
            Visitor.Answer answer = visitor.signIn(login, Site.PASSWORD);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("Not now", "Try again in a minute.");
            assertThat(site.sql()
                            .sql("select coalesce(max(tries), 0) from signin_attempts")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(visitor.signIn(login, Site.PASSWORD).status()).isEqualTo(303);
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failed_tries_are_forgotten_a_day_later_while_the_site_goes_on() throws Exception {
        visitor.signIn(login, "not the password of anybody");
        assertThat(tries()).isPositive();
        site.clock.forward(Duration.ofHours(23));
        site.bean(Books.class).attempts().forget();
        assertThat(tries()).isPositive();
        site.clock.forward(Duration.ofHours(2));
        try (Forgetting _ = Forgetting.begin(site.bean(Books.class).attempts(), Duration.ofMillis(10))) {
            Instant end = Instant.now().plusSeconds(30);
            while (tries() > 0 && Instant.now().isBefore(end)) Thread.onSpinWait();
        }
        assertThat(tries()).isZero();
        assertThat(site.bean(Forgetting.class)).isNotNull();
    }

    private int tries() {
        return site.sql()
                .sql("select count(*) from signin_attempts")
                .query(Integer.class)
                .single();
    }

    private static String essence(Visitor.Answer answer) {
        return answer.status() + answer.body().replaceAll("value=\"[^\"]{40,}\"", "");
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_and_then_opens() {
        for (int i = 0; i < 5; i++)
            assertThat(visitor.signIn(login, "wrong wrong " + i).status()).isEqualTo(422);
        Visitor.Answer locked = visitor.signIn(login, Site.PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 60);
        assertThat(locked.body()).contains("too many attempts");
        site.clock.forward(Duration.ofSeconds(61));
        assertThat(visitor.signIn(login, Site.PASSWORD).status()).isEqualTo(303);
        assertThat(new Visitor(site).signIn(login, "wrong again").status())
                .as("a right one starts the count afresh")
                .isEqualTo(422);
    }

    @Test
    void a_name_that_does_not_exist_is_locked_as_one_that_does() {
        String nobody = "nobody-" + login;
        for (int i = 0; i < 5; i++) visitor.signIn(nobody, "wrong wrong " + i);
        assertThat(visitor.signIn(nobody, "wrong").status()).isEqualTo(429);
    }

    @Test
    void each_further_wrong_password_doubles_the_wait_up_to_an_hour_and_no_further() {
        Attempts attempts = site.bean(Books.class).attempts();
        for (int i = 0; i < 5; i++) attempts.ask(login, "192.0.2.1");
        for (int i = 0; i < 12; i++) {
            assertThat(attempts.ask(login, "192.0.2.1")).isInstanceOf(Attempts.Leave.Refused.class);
            Duration wait = Duration.between(
                    site.clock.instant(), ((Attempts.Leave.Refused) attempts.ask(login, "192.0.2.1")).until());
            assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(Math.min(60, 1L << Math.min(i, 10))));
            assertThat(wait).isGreaterThan(Duration.ofSeconds(30));
            site.clock.forward(wait.plusSeconds(1));
            assertThat(attempts.ask(login, "192.0.2.1")).isInstanceOf(Attempts.Leave.Given.class);
        }
    }

    @Test
    void a_restart_forgets_no_wrong_password() {
        for (int i = 0; i < 5; i++) visitor.signIn(login, "wrong wrong " + i);
        try (Site again = Site.start(site.database, site.clock, Site.freePort(), Optional.empty())) {
            assertThat(new Visitor(again).signIn(login, Site.PASSWORD).status()).isEqualTo(429);
        }
    }

    @Test
    void twenty_tries_at_once_are_five() throws InterruptedException {
        Attempts attempts = site.bean(Books.class).attempts();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Attempts.Leave>> leaves = new ArrayList<>();
            for (int i = 0; i < 20; i++) leaves.add(many.submit(() -> attempts.ask(login, "192.0.2.7")));
            many.shutdown();
            assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(leaves.stream().map(Future::resultNow).filter(Attempts.Leave.Given.class::isInstance))
                    .hasSize(5);
        }
    }

    @Test
    void one_address_cannot_try_many_names() {
        Attempts attempts = site.bean(Books.class).attempts();
        for (int i = 0; i < 50; i++) attempts.ask("name-" + i, "2001:db8::" + i);
        assertThat(attempts.ask("another", "2001:db8::ffff"))
                .as("one IPv6 network is one address")
                .isInstanceOf(Attempts.Leave.Refused.class);
        assertThat(attempts.ask("another", "2001:db8:0:1::1")).isInstanceOf(Attempts.Leave.Given.class);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        visitor.get("/sign-in");
        Visitor.Answer forged = visitor.post("/sign-in", Optional.empty(), "login", login, "password", Site.PASSWORD);
        assertThat(forged.status()).isEqualTo(303);
        assertThat(forged.location()).isEqualTo("/sign-in?why=again");
        visitor.signIn(login, Site.PASSWORD);
        assertThat(visitor.post("/inside/page", Optional.empty()).status()).isEqualTo(403);
        assertThat(visitor.post("/sign-out", Optional.empty()).status()).isEqualTo(403);
        assertThat(visitor.get("/inside/page").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        visitor.signIn(login, Site.PASSWORD);
        String session = visitor.session().orElseThrow();
        assertThat(visitor.submit("/account", "/sign-out").location()).isEqualTo("/sign-in?why=signed-out");
        Visitor thief = new Visitor(site);
        thief.setSession(session);
        assertThat(thief.get("/inside/page").status()).isEqualTo(303);
        assertThat(visitor.get("/sign-out").status())
                .as("only a form signs out")
                .isNotEqualTo(200);
    }

    @Test
    void an_idle_session_ends_and_the_sign_in_page_says_that_work_is_kept() {
        visitor.signIn(login, Site.PASSWORD);
        site.clock.forward(SignInSettings.IDLE.minusSeconds(5));
        assertThat(visitor.get("/inside/page").status()).isEqualTo(200);
        site.clock.forward(SignInSettings.IDLE.plusSeconds(1));
        Visitor.Answer over = visitor.get("/inside/page?case=2");
        assertThat(over.location()).isEqualTo("/sign-in?why=time-out&to=%2Finside%2Fpage%3Fcase%3D2");
        assertThat(visitor.get(over.location()).body()).contains("What was saved is kept");
    }

    @Test
    void a_page_that_asks_by_itself_does_not_keep_the_session_alive() {
        visitor.signIn(login, Site.PASSWORD);
        for (int i = 0; i < 4; i++) {
            site.clock.forward(Duration.ofMinutes(9));
            visitor.get("/inside/page", Visits.BACKGROUND, "1");
            visitor.get("/inside/page", "Accept", "text/event-stream, */*");
        }
        assertThat(visitor.get("/inside/page").status()).isEqualTo(303);
    }

    @Test
    void a_busy_session_ends_all_the_same() {
        visitor.signIn(login, Site.PASSWORD);
        Duration step = Duration.ofMinutes(20);
        for (Duration time = step; time.compareTo(SignInSettings.LONGEST) < 0; time = time.plus(step)) {
            site.clock.forward(step);
            assertThat(visitor.get("/inside/page").status()).isEqualTo(200);
        }
        site.clock.forward(step);
        assertThat(visitor.get("/inside/page").location()).startsWith("/sign-in?why=time-out");
    }

    @Test
    void a_disabled_person_is_out_at_the_next_request() {
        visitor.signIn(login, Site.PASSWORD);
        site.bean(Persons.class).disable(person.id());
        assertThat(visitor.get("/inside/page").location()).startsWith("/sign-in?why=ended");
    }

    @Test
    void a_form_sent_after_the_time_out_comes_back_to_its_page() {
        visitor.signIn(login, Site.PASSWORD);
        Optional<String> token = visitor.token("/account");
        site.clock.forward(SignInSettings.IDLE.plusSeconds(1));
        assertThat(visitor.post("/inside/page", token).location())
                .isEqualTo("/sign-in?why=time-out&to=%2Finside%2Fpage");
    }

    @Test
    void a_live_page_is_told_to_go_to_the_sign_in_page_as_a_whole() {
        Visitor.Answer live = visitor.get(
                "/inside/page", "HX-Request", "true", "HX-Current-URL", site.origin + "/inside/page?case=3");
        assertThat(live.status()).isEqualTo(401);
        assertThat(live.header("HX-Redirect")).isEqualTo("/sign-in?to=%2Finside%2Fpage%3Fcase%3D3");
    }

    @Test
    void a_link_from_another_site_is_asked_for_again_from_here_before_anybody_signs_in() {
        Visitor.Answer onward =
                visitor.get("/inside/page?case=4", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertThat(onward.status()).isEqualTo(200);
        assertThat(onward.header("Refresh")).isEqualTo("0;url=/inside/page?case=4");
        assertThat(onward.header("Set-Cookie"))
                .as("the cookie that did not travel is left alone")
                .isEmpty();
    }

    @Test
    void what_the_house_serves_on_another_port_is_its_own() {
        assertThat(visitor.get(site.management() + "/actuator/health").body()).contains("UP");
        assertThat(visitor.get("/actuator/health").status()).isEqualTo(303);
    }

    @Test
    void the_log_holds_no_name_no_password_no_token_and_no_address() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        Enrolment.Link link = site.bean(Enrolment.class).link(person.id(), person.id());
        visitor.get(link.address().getPath());
        visitor.get("/enrol/no-such-link-at-all");
        for (int i = 0; i < 6; i++) visitor.signIn(login, "a very wrong password");
        visitor.signIn("nobody-at-all", "a very wrong password");
        site.bean(Books.class).attempts().unlock(login);
        visitor.signIn(login, Site.PASSWORD);
        String session = visitor.session().orElseThrow();
        visitor.post("/inside/page", Optional.of("a-forged-token"));
        visitor.submit("/account", "/account", "language", login);
        root.detachAppender(log);
        String token = link.address().getPath().substring("/enrol/".length());
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).anyMatch(line -> line.contains(person.id() + " signed in (PASSWORD)"));
        assertThat(String.join("\n", lines))
                .doesNotContain(
                        login,
                        person.name(),
                        "nobody-at-all",
                        "a very wrong password",
                        Site.PASSWORD,
                        token,
                        "no-such-link",
                        session,
                        "127.0.0.1",
                        "a-forged-token");
    }

    @Test
    void pages_are_not_stored_framed_or_fed_from_elsewhere() {
        Visitor.Answer page = visitor.get("/sign-in");
        assertThat(page.header("Content-Security-Policy")).isEqualTo(org.liaison.pages.ContentSecurity.POLICY);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Set-Cookie"))
                .startsWith("liaison-site=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(page.body()).doesNotContain("<style", " style=", "onclick");
    }

    @Test
    void open_doors_are_open_others_gates_are_left_alone_and_what_no_door_lists_is_not_there() {
        assertThat(visitor.get("/log/head").body()).isEqualTo("log");
        assertThat(visitor.get("/api/thing").body()).isEqualTo("api");
        assertThat(visitor.get("/forgotten").status()).isEqualTo(303);
        visitor.signIn(login, Site.PASSWORD);
        assertThat(visitor.get("/forgotten").status()).isEqualTo(404);
        assertThat(visitor.get("/api/../persons").status()).isEqualTo(400);
        assertThat(visitor.post("/log/head", visitor.token("/account")).status())
                .isEqualTo(404);
    }
}
