package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.Language;

class PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords();
    private static final Person ADA = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "Ada Examplewoman",
            "ada.examplewoman",
            Language.EN,
            ZoneOffset.UTC,
            Set.of(new Grant(Role.OFFICER, "xa.police.antitrafficking")));

    @ParameterizedTest
    @CsvSource({
        "fourteen chars, TOO_SHORT",
        "ééééé, TOO_SHORT",
        "passwordpassword, COMMON",
        "Password Password 2026!, COMMON",
        "correct horse battery staple, COMMON",
        "qwertyuiop123456789, COMMON",
        "examplewoman-ada-1, RELATED",
        "antitrafficking-police, RELATED",
        "liaison.gateway.42, RELATED",
        "aaaaaaaaaaaaaaaaaaaa, REPEATED",
        "xoxoxoxoxoxoxoxoxo, REPEATED",
        "Abc1Abc1Abc1Abc1Abc1, REPEATED"
    })
    void what_is_guessed_first_is_refused_with_its_reason(String password, Passwords.Flaw flaw) {
        assertThat(PASSWORDS.flaw(password, ADA)).contains(flaw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green lanterns over the harbour",
                "all small letters no digit",
                "сорок два тихих озера",
                "ثلاثة جبال بعيدة عن البحر",
                "一只安静的猫坐在窗台上看着下雨的街道"
            })
    void any_sentence_of_ones_own_is_taken_in_any_script(String password) {
        assertThat(PASSWORDS.flaw(password, ADA)).isEmpty();
    }

    @Test
    void two_hundred_characters_are_the_most() {
        String long200 = "a sentence that goes on, ".repeat(8);
        assertThat(PASSWORDS.flaw(long200, ADA)).isEmpty();
        assertThat(PASSWORDS.flaw(long200 + "x", ADA)).contains(Passwords.Flaw.TOO_LONG);
    }

    @Test
    void a_hash_is_argon2id_with_at_least_what_owasp_asks_and_prints_as_nothing() {
        HashedPassword hashed = PASSWORDS.hash(Site.PASSWORD);
        assertThat(hashed.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashed.toString()).isEqualTo("[REDACTED]");
        assertThat(PASSWORDS.matches(Site.PASSWORD, Optional.of(hashed))).isTrue();
        assertThat(PASSWORDS.matches(Site.PASSWORD + " ", Optional.of(hashed))).isFalse();
    }

    @Test
    void nobody_matches_nothing() {
        assertThat(PASSWORDS.matches("nobody has this password, and nobody ever will", Optional.empty()))
                .isFalse();
    }

    @Test
    void an_accent_typed_on_another_keyboard_is_the_same_accent() {
        HashedPassword composed = PASSWORDS.hash("un été très long au bord de la mer");
        assertThat(PASSWORDS.matches("un e\u0301te\u0301 tre\u0300s long au bord de la mer", Optional.of(composed)))
                .isTrue();
    }
}
