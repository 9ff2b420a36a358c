package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;
import org.liaison.message.Language;

/// The first person, and those invited after.
class EnrolTest {

    @TempDir
    static Path folder;

    static Database database;
    static Site site;

    @BeforeAll
    static void open() {
        database = Site.database(folder);
        site = Site.start(database);
    }

    @AfterAll
    static void close() {
        site.close();
        database.close();
    }

    @BeforeEach
    void nobody_is_here() {
        site.sql().sql("alter table signin_events disable trigger user").update();
        for (String table : new String[] {"events", "attempts", "passkeys", "links", "grants", "persons"})
            site.sql().sql("delete from signin_" + table).update();
        site.sql().sql("alter table signin_events enable trigger user").update();
    }

    @Test
    void the_first_link_makes_the_first_administrator_once() {
        String path = site.firstLink().address().getPath();
        Visitor ada = new Visitor(site);
        assertThat(ada.get(path).body()).contains("Welcome to Liaison", "Login name", "Europe/Paris");
        Visitor.Answer described =
                ada.submit(path, path, "name", "Ada Example", "login", "Ada", "language", "fr", "zone", "Europe/Paris");
        assertThat(described.location()).isEqualTo(path + "/way?lang=fr");
        Visitor.Answer enrolled =
                ada.submit(path + "/way", path + "/password", "password", Site.PASSWORD, "again", Site.PASSWORD);
        assertThat(enrolled.location()).isEqualTo("/");
        assertThat(ada.get("/").body()).isEqualTo("home of ada");

        Account account = site.bean(Persons.class).byLogin("ada").orElseThrow();
        assertThat(account.person().name()).isEqualTo("Ada Example");
        assertThat(account.person().language()).isEqualTo(Language.FR);
        assertThat(account.person().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(account.person().scopes(Role.ADMINISTRATOR)).containsExactly(Site.AUTHORITY, Site.OTHER_AUTHORITY);
        assertThat(account.person().scopes(Role.OFFICER)).isEmpty();

        assertThat(site.bean(Enrolment.class).firstLink(Set.of(Site.AUTHORITY)))
                .as("there is somebody now")
                .isEmpty();
        Visitor second = new Visitor(site);
        assertThat(second.get(path).status()).isEqualTo(404);
        assertThat(second.submit(
                                "/sign-in",
                                path + "/password",
                                "password",
                                "an entirely different sentence",
                                "again",
                                "an entirely different sentence")
                        .status())
                .isEqualTo(404);
        assertThat(second.signIn("ada", Site.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_link_that_expired_one_that_was_replaced_and_one_that_never_was_are_told_the_same() {
        String replaced = site.firstLink().address().getPath();
        String expired = site.firstLink().address().getPath();
        Visitor visitor = new Visitor(site);
        Visitor.Answer afterReplacement = visitor.get(replaced);
        assertThat(visitor.get(expired).status()).isEqualTo(200);
        site.clock.forward(SignInSettings.LINK.plusSeconds(1));
        Visitor.Answer afterExpiry = visitor.get(expired);
        Visitor.Answer never = visitor.get("/enrol/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(afterExpiry.status()).isEqualTo(404);
        assertThat(afterExpiry.body()).contains("This link does not open").isEqualTo(never.body());
        assertThat(afterReplacement.body()).isEqualTo(never.body());
    }

    @Test
    void the_database_never_holds_what_opens_the_link() {
        String token = token(site.firstLink());
        assertThat(site.sql()
                        .sql("select encode(digest, 'hex') || person || first from signin_links")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain(token);
        assertThat(site.firstLink().toString()).isEqualTo("[REDACTED]");
    }

    @Test
    void the_link_can_be_written_to_a_file_that_only_this_user_reads() throws Exception {
        Enrolment.Link link = site.firstLink();
        Path file = folder.resolve("made").resolve("first-link");
        link.write(file);
        assertThat(Files.readString(file)).isEqualTo(link.address() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_password_that_is_refused_leaves_the_link_good() {
        String path = site.firstLink().address().getPath();
        Visitor visitor = new Visitor(site);
        visitor.submit(path, path, "name", "Ada", "login", "ada", "language", "en", "zone", "UTC");
        assertThat(set(visitor, path, "too short", "too short")).contains("too short: it needs at least 15 characters");
        assertThat(set(visitor, path, Site.PASSWORD, Site.PASSWORD + "x")).contains("not the same");
        assertThat(set(visitor, path, "passwordpassword", "passwordpassword")).contains("tried first");
        assertThat(visitor.submit(path + "/way", path + "/password", "password", Site.PASSWORD, "again", Site.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    private static String set(Visitor visitor, String path, String password, String again) {
        Visitor.Answer answer = visitor.submit(path + "/way", path + "/password", "password", password, "again", again);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }

    @Test
    void what_was_typed_wrong_comes_back_with_what_to_do() {
        String path = site.firstLink().address().getPath();
        Visitor.Answer answer = new Visitor(site)
                .submit(path, path, "name", "A\u202Eda", "login", "Ada Example", "language", "es", "zone", "UTC");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A name has 1 to 120 visible characters")
                .contains("A login name has 1 to 64 lower-case letters")
                .contains("value=\"ada example\"");
    }

    @Test
    void a_name_that_is_a_script_is_shown_as_text() {
        String path = site.firstLink().address().getPath();
        Visitor ada = new Visitor(site);
        ada.submit(path, path, "name", "<script>alert(1)</script>", "login", "ada", "language", "en", "zone", "UTC");
        ada.submit(path + "/way", path + "/password", "password", Site.PASSWORD, "again", Site.PASSWORD);
        for (String page : new String[] {"/account", "/persons"})
            assertThat(ada.get(page).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void a_person_with_a_new_link_has_only_the_new_way_in() {
        Person administrator = site.person("bea", new Grant(Role.ADMINISTRATOR, Site.AUTHORITY));
        Person officer = site.person("cem", new Grant(Role.OFFICER, Site.AUTHORITY));
        Visitor before = new Visitor(site);
        before.signIn("cem", Site.PASSWORD);
        Administration.Change change = site.bean(Administration.class).link(administrator, officer.id());
        String path = ((Administration.Change.Linked) change).link().address().getPath();
        Visitor cem = new Visitor(site);
        assertThat(cem.get(path).body()).contains("stop working").doesNotContain("id=\"login\"");
        cem.submit(path, path, "name", "Cem", "login", "stolen", "language", "en", "zone", "UTC");
        String other = "eleven quiet rivers in the north";
        assertThat(cem.submit(path + "/way", path + "/password", "password", other, "again", other)
                        .status())
                .isEqualTo(303);
        assertThat(before.get("/inside/page").location()).startsWith("/sign-in?why=ended");
        assertThat(new Visitor(site).signIn("cem", Site.PASSWORD).status()).isEqualTo(422);
        assertThat(new Visitor(site).signIn("cem", other).status()).isEqualTo(303);
        assertThat(site.bean(Persons.class).byLogin("stolen")).isEmpty();
    }

    @Test
    void a_session_that_was_open_while_enrolling_is_replaced() {
        site.person("bea", new Grant(Role.ADMINISTRATOR, Site.AUTHORITY));
        Visitor browser = new Visitor(site);
        browser.signIn("bea", Site.PASSWORD);
        Administration.Change change = site.bean(Administration.class)
                .invite(
                        site.bean(Persons.class).byLogin("bea").orElseThrow().person(),
                        "dan",
                        "Dan",
                        Set.of(new Grant(Role.OFFICER, Site.AUTHORITY)));
        String path = ((Administration.Change.Linked) change).link().address().getPath();
        browser.submit(path + "/way", path + "/password", "password", Site.PASSWORD, "again", Site.PASSWORD);
        assertThat(browser.get("/").body()).isEqualTo("home of dan");
    }

    @Test
    void an_enrolment_page_open_for_too_long_begins_again() {
        String path = site.firstLink().address().getPath();
        Visitor.Answer late =
                new Visitor(site).post(path + "/password", Optional.empty(), "password", "x", "again", "x");
        assertThat(late.status()).isEqualTo(303);
        assertThat(late.location()).isEqualTo(path);
    }

    @Test
    void a_disabled_persons_link_does_not_open() {
        Person administrator = site.person(
                "bea", new Grant(Role.ADMINISTRATOR, Site.AUTHORITY), new Grant(Role.AUDITOR, Site.AUTHORITY));
        Administration administration = site.bean(Administration.class);
        Administration.Change.Linked invited = (Administration.Change.Linked)
                administration.invite(administrator, "eve", "Eve", Set.of(new Grant(Role.OFFICER, Site.AUTHORITY)));
        administration.disable(administrator, invited.person().id());
        assertThat(new Visitor(site).get(invited.link().address().getPath()).status())
                .isEqualTo(404);
        administration.enable(administrator, invited.person().id());
        assertThat(new Visitor(site).get(invited.link().address().getPath()).status())
                .as("what was closed stays closed")
                .isEqualTo(404);
        assertThat(site.clock.instant()).isBefore(invited.link().expires().plus(Duration.ofDays(1)));
    }

    private static String token(Enrolment.Link link) {
        String path = link.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
