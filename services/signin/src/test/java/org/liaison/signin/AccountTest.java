package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.liaison.message.Language;

/// What a person changes about its own account. Passkeys are in [PasskeyTest].
class AccountTest extends OfficerAtSite {

    private static final String OTHER = "eleven quiet rivers in the north";

    AccountTest(Site site) {
        super(site);
        visitor.signIn(login, Site.PASSWORD);
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_all_other_sessions() {
        Visitor elsewhere = new Visitor(site);
        elsewhere.signIn(login, Site.PASSWORD);
        assertThat(change("a wrong one altogether", OTHER).body()).contains("in use now is not right");
        assertThat(change(Site.PASSWORD, "short").body()).contains("too short");
        assertThat(change(Site.PASSWORD, OTHER).location()).isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains("The password was set");
        assertThat(elsewhere.get("/inside/page").location()).startsWith("/sign-in?why=ended");
        assertThat(new Visitor(site).signIn(login, Site.PASSWORD).status()).isEqualTo(422);
        assertThat(new Visitor(site).signIn(login, OTHER).status()).isEqualTo(303);
    }

    @Test
    void guessing_the_password_from_inside_is_counted_too() {
        for (int i = 0; i < 5; i++) change("a wrong one " + i, OTHER);
        assertThat(change(Site.PASSWORD, OTHER).body()).contains("too many attempts");
    }

    @Test
    void a_session_that_is_no_longer_fresh_signs_in_again_before_it_changes_a_way_in() {
        site.clock.forward(Duration.ofMinutes(16));
        assertThat(change(Site.PASSWORD, OTHER).location()).isEqualTo("/sign-in?why=confirm&to=%2Faccount");
        assertThat(visitor.get("/sign-in?why=confirm&to=%2Faccount").body()).contains("sign in once more");
        visitor.submit("/sign-in?why=confirm", "/sign-in", "login", login, "password", Site.PASSWORD, "to", "/account");
        assertThat(change(Site.PASSWORD, OTHER).location()).isEqualTo("/account");
    }

    @Test
    void language_and_time_zone_are_the_persons_choice() {
        visitor.submit("/account", "/account", "language", "ar", "zone", "Africa/Cairo");
        assertThat(visitor.get("/account").body()).contains("dir=\"rtl\"", "lang=\"ar\"");
        Person now = site.bean(Persons.class).find(person.id()).orElseThrow();
        assertThat(now.language()).isEqualTo(Language.AR);
        assertThat(now.zone().getId()).isEqualTo("Africa/Cairo");
        visitor.submit("/account", "/account", "language", "xx", "zone", "../../etc/passwd");
        assertThat(site.bean(Persons.class)
                        .find(person.id())
                        .orElseThrow()
                        .zone()
                        .getId())
                .isEqualTo("UTC");
    }

    @Test
    void nobody_touches_a_passkey_that_is_not_theirs() {
        assertThat(visitor.submit("/account", "/account/passkeys/bm90LW1pbmU/remove")
                        .body())
                .contains("gone already");
        assertThat(visitor.submit("/account", "/account/passkeys/%25%25/remove").status())
                .isIn(400, 422);
    }

    private Visitor.Answer change(String current, String password) {
        return visitor.submit(
                "/account", "/account/password", "current", current, "password", password, "again", password);
    }
}
