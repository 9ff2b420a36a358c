package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;

/// What administrators may do, and to whom.
class PersonsTest {

    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Site.AUTHORITY);
    private static final Grant OFFICER = new Grant(Role.OFFICER, Site.AUTHORITY);
    private static final Grant ADMINISTRATOR_ELSEWHERE = new Grant(Role.ADMINISTRATOR, Site.OTHER_AUTHORITY);
    private static final Grant OFFICER_ELSEWHERE = new Grant(Role.OFFICER, Site.OTHER_AUTHORITY);
    private static final Pattern LINK = Pattern.compile("value=\"http://localhost:\\d+(/enrol/[^\"]+)\"");

    private static final Pattern LOGIN = Pattern.compile("<td><bdi class=\"code\">([^<]+)</bdi>");
    private static final Pattern NEXT = Pattern.compile("/persons\\?after=([0-9a-f-]+)");
    private static final Pattern OLDER = Pattern.compile("before=([0-9]+)");

    @TempDir
    static Path folder;

    static Database database;
    static Site site;

    private String name;
    private Person administrator;
    private Visitor visitor;

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
    void an_administrator() {
        site.sql().sql("delete from signin_attempts").update();
        site.sql().sql("delete from signin_grants").update();
        name = "p" + UUID.randomUUID().toString().substring(0, 8);
        administrator = site.person(name, ADMINISTRATOR);
        visitor = new Visitor(site);
        visitor.signIn(name, Site.PASSWORD);
    }

    @Test
    void an_invitation_shows_its_link_once_and_the_person_gets_exactly_the_roles_given() {
        String login = name + "-new";
        Visitor.Answer answer = visitor.submit(
                "/persons", "/persons", "name", "Fay Example", "login", login, "grant", OFFICER.toString());
        assertThat(answer.status()).isEqualTo(200);
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        assertThat(new Visitor(site).get(link.group(1)).body()).contains("Fay Example");
        assertThat(visitor.get("/persons").body()).contains("Fay Example").doesNotContain(link.group(1));
        Account invited = site.bean(Persons.class).byLogin(login).orElseThrow();
        assertThat(invited.person().grants()).containsExactly(OFFICER);
        assertThat(invited.state()).isEqualTo(Account.State.INVITED);
        assertThat(new Visitor(site).signIn(login, "").status()).isEqualTo(422);
    }

    @Test
    void nobody_gives_what_is_not_theirs_to_give() {
        Visitor.Answer answer = visitor.submit(
                "/persons", "/persons", "name", "Gus", "login", name + "-g", "grant", OFFICER_ELSEWHERE.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one role, in an authority that you administer");
        assertThat(site.bean(Persons.class).byLogin(name + "-g")).isEmpty();
        assertThat(visitor.submit("/persons", "/persons", "name", "G", "login", name, "grant", OFFICER.toString())
                        .body())
                .contains("Somebody has this login name already");
    }

    @Test
    void for_everybody_but_administrators_there_is_no_such_page() {
        Person officer = site.person(name + "-o", OFFICER);
        Visitor other = new Visitor(site);
        other.signIn(name + "-o", Site.PASSWORD);
        assertThat(other.get("/persons").status()).isEqualTo(404);
        assertThat(other.get("/persons/" + officer.id()).status()).isEqualTo(404);
        assertThat(other.submit("/account", "/persons/" + administrator.id() + "/disable")
                        .status())
                .isEqualTo(404);
        assertThat(other.submit("/account", "/persons", "name", "H", "login", "h", "grant", OFFICER.toString())
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/persons/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void persons_of_other_authorities_only_are_not_there() {
        Person stranger = site.person(name + "-s", OFFICER_ELSEWHERE);
        assertThat(visitor.get("/persons").body()).doesNotContain(name + "-s");
        assertThat(visitor.get("/persons/" + stranger.id()).status()).isEqualTo(404);
        for (String action : new String[] {"grants", "disable", "enable", "unlock", "link"})
            assertThat(visitor.submit("/persons", "/persons/" + stranger.id() + "/" + action)
                            .status())
                    .as(action)
                    .isEqualTo(404);
        assertThat(site.bean(Persons.class).account(stranger.id()).orElseThrow().state())
                .isEqualTo(Account.State.ENROLLED);
    }

    @Test
    void whoever_has_roles_elsewhere_too_keeps_them_and_cannot_be_taken_over() {
        Person shared = site.person(name + "-b", OFFICER, OFFICER_ELSEWHERE);
        assertThat(visitor.submit("/persons", "/persons/" + shared.id() + "/link")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.submit("/persons", "/persons/" + shared.id() + "/disable")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.submit("/persons", "/persons/" + shared.id() + "/grants")
                        .status())
                .isEqualTo(303);
        assertThat(site.bean(Persons.class).find(shared.id()).orElseThrow().grants())
                .containsExactly(OFFICER_ELSEWHERE);
    }

    @Test
    void a_change_of_roles_and_a_disabling_end_the_sessions_of_that_person_alone() {
        Person officer = site.person(name + "-o", OFFICER);
        Visitor first = new Visitor(site);
        Visitor second = new Visitor(site);
        first.signIn(name + "-o", Site.PASSWORD);
        second.signIn(name + "-o", Site.PASSWORD);
        String path = "/persons/" + officer.id();
        assertThat(visitor.submit("/persons", path + "/grants", "grant", "AUDITOR:" + Site.AUTHORITY)
                        .status())
                .isEqualTo(303);
        assertThat(first.get("/inside/page").location()).startsWith("/sign-in?why=ended");
        assertThat(second.get("/inside/page").location()).startsWith("/sign-in?why=ended");
        assertThat(site.bean(Persons.class).find(officer.id()).orElseThrow().may(Role.OFFICER, Site.AUTHORITY))
                .isFalse();
        first.signIn(name + "-o", Site.PASSWORD);
        visitor.submit("/persons", path + "/disable");
        assertThat(first.get("/inside/page").location()).startsWith("/sign-in?why=ended");
        assertThat(first.signIn(name + "-o", Site.PASSWORD).status()).isEqualTo(422);
        visitor.submit("/persons", path + "/enable");
        assertThat(first.signIn(name + "-o", Site.PASSWORD).status()).isEqualTo(303);
        assertThat(visitor.get("/inside/page").status()).isEqualTo(200);
    }

    @Test
    void an_administrator_unlocks_a_password() {
        Person officer = site.person(name + "-o", OFFICER);
        for (int i = 0; i < 5; i++) new Visitor(site).signIn(name + "-o", "wrong wrong " + i);
        assertThat(new Visitor(site).signIn(name + "-o", Site.PASSWORD).status())
                .isEqualTo(429);
        assertThat(visitor.get("/persons/" + officer.id()).body()).contains("Password locked");
        visitor.submit("/persons", "/persons/" + officer.id() + "/unlock");
        assertThat(new Visitor(site).signIn(name + "-o", Site.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void an_authority_keeps_an_administrator() {
        String path = "/persons/" + administrator.id();
        assertThat(visitor.submit("/persons", path + "/disable").body()).contains("Nobody would be left");
        assertThat(visitor.submit("/persons", path + "/grants", "grant", OFFICER.toString())
                        .body())
                .contains("Nobody would be left");
        assertThat(visitor.get("/persons").status()).isEqualTo(200);
    }

    @Test
    void a_link_made_before_a_change_of_roles_closes_with_it() {
        Person officer = site.person(name + "-o", OFFICER);
        Administration administration = site.bean(Administration.class);
        String path = ((Administration.Change.Linked) administration.link(administrator, officer.id()))
                .link()
                .address()
                .getPath();
        assertThat(new Visitor(site).get(path).status()).isEqualTo(200);
        administration.regrant(
                administrator, officer.id(), Set.of(OFFICER, new Grant(Role.SUPERVISOR, Site.AUTHORITY)));
        assertThat(new Visitor(site).get(path).status()).isEqualTo(404);
    }

    @Test
    void whoever_loses_the_last_role_comes_in_anew_and_stays_with_who_looked_after_them() {
        Person officer = site.person(name + "-o", OFFICER);
        Person elsewhere = site.person(name + "-e", ADMINISTRATOR_ELSEWHERE);
        Administration administration = site.bean(Administration.class);
        assertThat(administration.regrant(administrator, officer.id(), Set.of()))
                .isInstanceOf(Administration.Change.Done.class);
        assertThat(administration.person(elsewhere, officer.id())).isEmpty();
        assertThat(administration.persons(elsewhere, Optional.empty(), 100))
                .noneMatch(account -> account.person().id().equals(officer.id()));
        assertThat(administration.link(elsewhere, officer.id()))
                .isEqualTo(new Administration.Change.Refused(Administration.Reason.NOT_YOURS));
        assertThat(administration.link(administrator, officer.id()))
                .isEqualTo(new Administration.Change.Refused(Administration.Reason.NO_GRANT));
        assertThat(administration.persons(administrator, Optional.empty(), 100))
                .anyMatch(account -> account.person().id().equals(officer.id()));
        assertThat(administration.regrant(administrator, officer.id(), Set.of(OFFICER)))
                .isInstanceOf(Administration.Change.Done.class);
        assertThat(new Visitor(site).signIn(name + "-o", Site.PASSWORD).status())
                .isEqualTo(422);
    }

    @Test
    void a_way_in_that_one_administrator_opened_leads_to_nothing_that_another_has_the_say_over() {
        Person both = site.person(name + "-w", ADMINISTRATOR, ADMINISTRATOR_ELSEWHERE);
        Administration administration = site.bean(Administration.class);
        Person mine = enrolled(administration, administrator, name + "-m");
        Person wholes = enrolled(administration, both, name + "-n");
        for (Person person : List.of(mine, wholes))
            assertThat(administration.regrant(both, person.id(), Set.of(OFFICER, OFFICER_ELSEWHERE)))
                    .isInstanceOf(Administration.Change.Done.class);
        assertThat(new Visitor(site).signIn(name + "-m", Site.PASSWORD).status())
                .isEqualTo(422);
        assertThat(new Visitor(site).signIn(name + "-n", Site.PASSWORD).status())
                .isEqualTo(303);
    }

    private static Person enrolled(Administration administration, Person by, String login) {
        var linked = (Administration.Change.Linked) administration.invite(by, login, login, Set.of(OFFICER));
        String path = linked.link().address().getPath();
        site.bean(Enrolment.class).use(path.substring(path.lastIndexOf('/') + 1), () -> {
            site.bean(Persons.class).password(linked.person().id(), new Passwords().hash(Site.PASSWORD));
            return true;
        });
        return linked.person();
    }

    @Test
    void whoever_is_no_administrator_any_more_changes_nothing_by_a_request_begun_before() {
        Person second = site.person(name + "-2", ADMINISTRATOR);
        Administration administration = site.bean(Administration.class);
        administration.regrant(administrator, second.id(), Set.of(OFFICER));
        assertThat(administration.disable(second, administrator.id()))
                .isEqualTo(new Administration.Change.Refused(Administration.Reason.NOT_YOURS));
    }

    @Test
    void two_administrators_cannot_remove_each_other_at_once() {
        Person second = site.person(name + "-2", ADMINISTRATOR);
        Administration administration = site.bean(Administration.class);
        CompletableFuture<Administration.Change> one =
                CompletableFuture.supplyAsync(() -> administration.disable(administrator, second.id()));
        CompletableFuture<Administration.Change> two =
                CompletableFuture.supplyAsync(() -> administration.disable(second, administrator.id()));
        assertThat(Set.of(one.join().getClass(), two.join().getClass()))
                .containsExactlyInAnyOrder(Administration.Change.Done.class, Administration.Change.Refused.class);
        assertThat(site.bean(Persons.class).count(Role.ADMINISTRATOR, Site.AUTHORITY))
                .isEqualTo(1);
    }

    @Test
    void every_change_is_recorded_and_no_record_can_be_changed() {
        Person officer = site.person(name + "-o", OFFICER);
        visitor.submit("/persons", "/persons/" + officer.id() + "/disable");
        visitor.submit("/persons", "/persons/" + officer.id() + "/enable");
        visitor.submit("/persons", "/persons/" + officer.id() + "/link");
        assertThat(site.bean(Books.class).events().of(officer.id(), 10))
                .extracting(Events.Event::what)
                .containsExactly(Events.What.LINK_MADE, Events.What.ENABLED, Events.What.DISABLED);
        assertThat(visitor.get("/persons/" + officer.id()).body()).contains("Disabled", "Person " + name);
        assertThatThrownBy(() ->
                        site.sql().sql("update signin_events set by = null").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> site.sql().sql("delete from signin_events").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> site.sql().sql("truncate signin_events").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void a_long_list_of_persons_comes_page_by_page_and_leaves_nobody_out() {
        Set<String> logins = new TreeSet<>(Set.of(name));
        for (int i = 0; i < PersonsPages.PAGE + 1; i++)
            logins.add(site.person(name + "-" + i, OFFICER).login());
        Set<String> read = new TreeSet<>();
        String page = visitor.get("/persons").body();
        read.addAll(logins(page));
        assertThat(read).hasSize(PersonsPages.PAGE);
        Matcher next = NEXT.matcher(page);
        assertThat(next.find()).isTrue();
        String second = visitor.get("/persons?after=" + next.group(1)).body();
        assertThat(logins(second)).doesNotContainAnyElementsOf(read);
        read.addAll(logins(second));
        assertThat(read).containsAll(logins);
        assertThat(NEXT.matcher(second).find()).isFalse();
        assertThat(visitor.get("/persons?after=nobody").status()).isEqualTo(404);
    }

    @Test
    void an_auditor_reads_page_by_page_what_happened_where_the_auditor_looks() {
        site.person(name + "-a", new Grant(Role.AUDITOR, Site.AUTHORITY));
        Person officer = site.person(name + "-o", OFFICER);
        Person stranger = site.person(name + "-s", OFFICER_ELSEWHERE);
        Events events = site.bean(Books.class).events();
        for (int i = 0; i < AuditPage.PAGE + 1; i++)
            events.record(Events.What.SIGNED_IN, officer.id(), null, "no " + i);
        events.record(Events.What.SIGNED_IN, stranger.id(), null, "elsewhere");
        Visitor auditor = new Visitor(site);
        auditor.signIn(name + "-a", Site.PASSWORD);

        String page = auditor.get("/persons/events?person=" + officer.login()).body();
        assertThat(page).contains("no " + AuditPage.PAGE, "no 1<").doesNotContain("no 0<");
        Matcher older = OLDER.matcher(page);
        assertThat(older.find()).isTrue();
        assertThat(auditor.get("/persons/events?person=" + officer.login() + "&before=" + older.group(1))
                        .body())
                .contains("no 0<")
                .doesNotContain("no 1<");
        assertThat(auditor.get("/persons/events").body())
                .contains(officer.login())
                .doesNotContain("elsewhere");
        assertThat(auditor.get("/account").body()).contains("/persons/events");
        assertThat(visitor.get("/persons/events").status()).isEqualTo(404);
        assertThat(visitor.get("/account").body()).doesNotContain("/persons/events");
    }

    @Test
    void what_took_somebodys_last_role_is_read_where_it_was_and_nowhere_else() {
        site.person(name + "-a", new Grant(Role.AUDITOR, Site.AUTHORITY));
        site.person(name + "-b", new Grant(Role.AUDITOR, Site.OTHER_AUTHORITY));
        Person officer = site.person(name + "-o", OFFICER);
        site.bean(Books.class).events().record(Events.What.SIGNED_IN, officer.id(), null, "before");
        visitor.submit("/persons", "/persons/" + officer.id() + "/grants");
        assertThat(site.bean(Persons.class).find(officer.id()).orElseThrow().grants())
                .isEmpty();
        site.bean(Books.class).events().record(Events.What.DISABLED, officer.id(), null, "without a role");
        site.bean(Persons.class).regrant(officer.id(), Set.of(OFFICER_ELSEWHERE));
        site.bean(Books.class).events().record(Events.What.SIGNED_IN, officer.id(), null, "after");

        assertThat(events(name + "-a", officer))
                .contains("Roles changed", "before", "without a role")
                .doesNotContain("after");
        assertThat(events(name + "-b", officer))
                .contains("after")
                .doesNotContain("Roles changed", "before", "without a role");
    }

    private static String events(String auditor, Person about) {
        Visitor reader = new Visitor(site);
        reader.signIn(auditor, Site.PASSWORD);
        return reader.get("/persons/events?person=" + about.login()).body();
    }

    private static Set<String> logins(String page) {
        return LOGIN.matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
